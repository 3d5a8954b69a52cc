import { loadKernel } from '@crossover/kernels';
import { laneOf } from '@crossover/lanes';
import { BASE_LANE, layOut, viewsOf } from '@crossover/model';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { ArenaLayout, Parameters, Views } from '@crossover/model';

/** The kernel whose items are the tasks: what one costs is the product of the lengths of two strings. */
export const KERNEL = 'levenshtein';

/**
 * Pairs of strings to compute distances of.
 * - `flood`: many of one character each, so that handing them out is all that counts;
 * - `skewed`: one in twenty costs a hundred times as much as the others;
 * - `bulk`: 16 MiB of text, compared with empty strings, so that carrying it is all that counts.
 */
export type WorkSet = 'flood' | 'skewed' | 'bulk';

export const FLOOD_ITEMS = 3_000;
export const SKEWED_ITEMS = 400;
export const BULK_BYTES: number = 16 * 2 ** 20;

const BULK_ITEMS = 16;
const HEAVY_SHARE = 0.05;
const LIGHT_LENGTH = 60;
/** Ten times as long on both sides. */
const HEAVY_LENGTH = 600;

/** What a pool is asked to do: nothing; one item of a set; or to take bytes and say how many they are. */
export type Task =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'item'; readonly set: WorkSet; readonly item: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** A set as an executor takes it. */
export interface PreparedSet {
  readonly parameters: Parameters;
  readonly inputs: Views;
  readonly layout: ArenaLayout;
}

/** The same in every process, so that nobody has to send it. */
export async function prepareSet(set: WorkSet): Promise<PreparedSet> {
  const [lefts, rights] = lengthsOf(set);
  const inputs = {
    lefts: textOf(lefts),
    leftBoundaries: boundariesOf(lefts),
    rights: textOf(rights),
    rightBoundaries: boundariesOf(rights),
  };
  const parameters = { pairs: lefts.length, longest: Math.max(...rights) };
  return { parameters, inputs, layout: layOut(await loadKernel(KERNEL), parameters, inputs) };
}

/** The task function: computes one item of a set in the calling thread. */
export async function bindSet(set: WorkSet): Promise<(item: number) => void> {
  const { parameters, inputs, layout } = await prepareSet(set);
  const arena = new ArrayBuffer(layout.byteLength);
  const views = viewsOf(layout, arena);
  for (const [name, input] of Object.entries(inputs)) views[name]?.set(input);
  const kernel = await loadKernel(KERNEL);
  const bound = await laneOf(BASE_LANE).bind({ kernel, parameters, layout, arena });
  return (item) => bound.run(0, item, item + 1);
}

/** Lengths of the left and right strings. */
function lengthsOf(set: WorkSet): readonly [readonly number[], readonly number[]] {
  switch (set) {
    case 'flood': {
      const ones = Array.from({ length: FLOOD_ITEMS }, () => 1);
      return [ones, ones];
    }
    case 'skewed': {
      const lengths = skewedLengths();
      return [lengths, lengths];
    }
    case 'bulk': {
      const each = BULK_BYTES / BULK_ITEMS / Uint32Array.BYTES_PER_ELEMENT;
      return [Array.from({ length: BULK_ITEMS }, () => each), Array.from({ length: BULK_ITEMS }, () => 0)];
    }
  }
}

/** Heavy items at places drawn from a fixed seed: neither all at the start nor all at the end. */
export function skewedLengths(): readonly number[] {
  const generator = xoroshiro128plus(1);
  const lengths = Array.from({ length: SKEWED_ITEMS }, (_, item): number =>
    item < SKEWED_ITEMS * HEAVY_SHARE ? HEAVY_LENGTH : LIGHT_LENGTH,
  );
  for (let last = lengths.length - 1; last > 0; last--) {
    const other = uniformInt(generator, 0, last);
    [lengths[last], lengths[other]] = [lengths[other]!, lengths[last]!];
  }
  return lengths;
}

function boundariesOf(lengths: readonly number[]): Uint32Array {
  const boundaries = new Uint32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) boundaries[index + 1] = boundaries[index]! + length;
  return boundaries;
}

function textOf(lengths: readonly number[]): Uint32Array {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  // Four letters, so that strings agree in some places.
  return Uint32Array.from({ length: total }, (_, index) => 97 + ((index * 7 + (index >> 3)) & 3));
}
