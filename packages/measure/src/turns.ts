import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { balancedOrders } from './order.ts';
import type { PlannedKernel, Settings, Turn } from '@crossover/model';

/** Longest padding of a process's environment, in bytes: a page, so that every offset within one occurs. */
const PAGE_BYTES = 4096;

/** How many blocks may be measured in place of disturbed ones. */
export function spareBlocks({ blocks, spareShare }: Settings): number {
  return Math.floor(blocks * spareShare);
}

/**
 * Block by block, spare ones included, who is measured when: every available cell once, and the twin once more.
 * A function of the plan alone, so that a resumed run goes on where it stopped.
 */
export function turnsOf(kernel: PlannedKernel, settings: Settings): readonly (readonly Turn[])[] {
  const available = kernel.cells.filter((cell) => cell.unavailable === undefined);
  const runners = available.map(({ id }) => ({ cell: id, twin: 0 as const }));
  const twins = available
    .filter(({ id }) => id === kernel.twin)
    .map(({ id }) => ({ cell: id, twin: 1 as const }));
  const all = [...runners, ...twins];
  const seed = settings.seed ^ hash(kernel.kernel);
  return balancedOrders(all.length, settings.blocks + spareBlocks(settings), seed).map((order, block) =>
    order.map((index, position) => ({ block, position, ...all[index]! })),
  );
}

/** The padding of a trial's process: random, but the same when the run is repeated. */
export function paddingOf(turn: Turn, seed: number): number {
  return uniformInt(
    xoroshiro128plus(seed ^ hash(`${turn.block} ${turn.cell} ${turn.twin}`)),
    0,
    PAGE_BYTES - 1,
  );
}

/** FNV-1a, 32 bits: separates the random streams of kernels and turns. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value | 0;
}
