import { bootstrapInterval, breakEven, costLineThrough } from '@crossover/statistics';
import type { Bootstrapped, BreakEven, Point, StraightLine } from '@crossover/statistics';
import type { SizeReading, Warmth } from './size-readings.ts';

/** One block of every size. Sizes are measured one after the other: which of their blocks stand together says nothing. */
type SizesBlock = readonly SizeReading[];

/** What each operation of the base and of the subject costs, over the base's warm time. */
export interface CostLines {
  readonly base: StraightLine;
  readonly subject: StraightLine;
}

const RESAMPLES = 999;

/** As many blocks of every size as the size with the fewest has. */
export function blocksOfSizes(sizes: readonly { readonly readings: SizesBlock }[]): readonly SizesBlock[] {
  const fewest = sizes.reduce((least, { readings }) => Math.min(least, readings.length), Infinity);
  return Array.from({ length: fewest }, (_, block) => sizes.map(({ readings }) => readings[block]!));
}

/**
 * Fits a + b x to the costs at each size, x the base's warm time, both parameters not negative, errors relative.
 * The subject's cost is the base's × the mean ratio within blocks, so that what slows a whole block hardly matters.
 */
export function costLines(blocks: readonly SizesBlock[], warmth: Warmth): CostLines {
  return linesOf(blocks.map((block) => rowOf(block, warmth)));
}

/**
 * ln of the size at which the lines cross in that direction, with its interval over blocks (bootstrap-t).
 * @param level of the interval
 */
export function crossingOfLines(
  blocks: readonly SizesBlock[],
  warmth: Warmth,
  direction: Extract<BreakEven, { size: number }>['kind'],
  options: { readonly seed: number; readonly level: number },
): Bootstrapped {
  return bootstrapInterval(
    blocks.map((block) => rowOf(block, warmth)),
    (drawn) => {
      const { base, subject } = linesOf(drawn);
      const crossing = breakEven(base, subject);
      return crossing.kind === direction ? Math.log(crossing.size) : Number.NaN;
    },
    { ...options, resamples: RESAMPLES },
  );
}

/** Of each size in turn: ln of the base's warm time, ln of the base's cost, ln of subject ÷ base. */
type LogRow = readonly number[];

const LOGS_OF_SIZE = 3;

function rowOf(block: SizesBlock, warmth: Warmth): LogRow {
  return block.flatMap((reading) => [reading.warm.base, reading[warmth].base, reading[warmth].ratio]);
}

/** Asked ten thousand times for one interval: sums in one pass are several times as fast as a mean of each. */
function linesOf(rows: readonly LogRow[]): CostLines {
  const sums = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) {
    for (let index = 0; index < sums.length; index += 1) sums[index] = sums[index]! + row[index]!;
  }
  const [base, subject]: [Point[], Point[]] = [[], []];
  for (let index = 0; index < sums.length; index += LOGS_OF_SIZE) {
    const [warm, cost, ratio] = [sums[index]!, sums[index + 1]!, sums[index + 2]!];
    const x = Math.exp(warm / rows.length);
    base.push(pointAt(x, Math.exp(cost / rows.length)));
    subject.push(pointAt(x, Math.exp((cost + ratio) / rows.length)));
  }
  return { base: costLineThrough(base), subject: costLineThrough(subject) };
}

function pointAt(x: number, y: number): Point {
  return { x, y, weight: y ** -2 };
}
