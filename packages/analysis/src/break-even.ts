import { placeOf } from '@crossover/model';
import { meanOf, ratioOf } from '@crossover/statistics';
import { compareCells } from './comparison.ts';
import { blocksOfSizes, costLines } from './cost-lines.ts';
import { crossingBeyond, crossingWithin } from './crossing.ts';
import { measuredSizes } from './size-readings.ts';
import type { Evidence } from './evidence.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { MeasuredSize, Warmth } from './size-readings.ts';
import type { SizedCosts } from './crossing.ts';
import type {
  BreakEven,
  BreakEvenResult,
  Cell,
  CostLine,
  Estimate,
  Noise,
  SizePoint,
} from '@crossover/model';

/** A line through two points fits anything. */
const FEWEST_SIZES = 3;

/**
 * From which size on each lane and place costs less than the base; undefined where no kernel was planned at several sizes.
 * @param seed draws blocks for the intervals
 */
export function breakEvens(
  { kernels, noise }: Evidence,
  seed: number,
): readonly BreakEvenResult[] | undefined {
  const groups = [...Map.groupBy(kernels, ({ planned }) => planned.kernel).values()];
  const several = groups.filter((group) => group.length > 1);
  if (several.length === 0) return undefined;
  return several.flatMap((group) => subjectsOf(group).map((cell) => against(group, cell, noise, seed)));
}

/** One cell for each lane and place that is not the base. */
function subjectsOf(group: readonly KernelTrials[]): readonly Cell[] {
  const cells = group.flatMap(({ cells: all, base }) => all.filter((trials) => trials !== base));
  return [...new Map(cells.map(({ cell }) => [`${cell.lane}/${placeOf(cell)}`, cell])).values()];
}

function against(group: readonly KernelTrials[], cell: Cell, noise: Noise, seed: number): BreakEvenResult {
  const { kernel, lane, mode, workers, processes, placement } = cell;
  const place = placeOf(cell);
  const sizes = measuredSizes(group, (workload) => [kernel, workload, lane, place].join('/'));
  const subject = {
    kernel,
    lane,
    mode,
    workers,
    ...(processes !== undefined && { processes }),
    ...(placement !== undefined && { placement }),
    place,
    sizes: sizes.map((size) => pointOf(size, noise)),
  };
  if (sizes.length < FEWEST_SIZES) {
    const reason = `it needs ${FEWEST_SIZES} sizes; there are ${sizes.length}`;
    return { ...subject, warm: { kind: 'not-measured', reason }, cold: { kind: 'not-measured', reason } };
  }
  const blocks = blocksOfSizes(sizes);
  const costs = (warmth: Warmth): SizedCosts => ({
    blocks,
    warmth,
    seed,
    noise,
    sizes: subject.sizes,
    group,
  });
  return {
    ...subject,
    warmCost: costLine(blocks, 'warm'),
    coldCost: costLine(blocks, 'cold'),
    warm: outcome(costs('warm')),
    cold: outcome(costs('cold')),
  };
}

function costLine(blocks: SizedCosts['blocks'], warmth: Warmth): CostLine {
  const { intercept, slope } = costLines(blocks, warmth).subject;
  return { fixedNs: intercept, perBase: slope };
}

function pointOf({ kernel, base, subject, baseNs, readings }: MeasuredSize, noise: Noise): SizePoint {
  const cold = ratioOf(meanOf(readings.map((reading) => -reading.cold.ratio)), noise);
  // The comparison that the answer shows for this size; without one, the same blocks by themselves.
  const warm =
    compareCells(kernel, base, subject, noise)?.speedUp ??
    ratioOf(meanOf(readings.map((reading) => -reading.warm.ratio)), noise);
  return { workload: kernel.planned.workload, baseNs, warm, cold };
}

/** On which side of the base a size was shown to lie. */
type Side = 'pays' | 'costs' | 'open';

function sideOf({ low, high }: Estimate): Side {
  if (low > 1) return 'pays';
  return high < 1 ? 'costs' : 'open';
}

/** Every size by itself decides on which side it lies; only where that changes are lines asked for the place. */
function outcome(costs: SizedCosts): BreakEven {
  const { sizes, warmth, noise } = costs;
  if (noise.verdictsWithheld)
    return { kind: 'inconclusive', reason: 'no verdicts in this run: see its noise' };
  const sides = sizes.map((size) => ({ size, side: sideOf(size[warmth]) }));
  const decided = sides.filter(({ side }) => side !== 'open');
  const changes = decided.flatMap(({ side }, index) => {
    const before = decided[index - 1];
    return before === undefined || before.side === side
      ? []
      : [{ from: before.size, to: decided[index]!.size }];
  });
  const [change] = changes;
  if (changes.length > 1) return { kind: 'inconclusive', reason: 'it goes to and fro from size to size' };
  if (
    sides[0]!.side === 'open' ||
    sides.at(-1)!.side === 'open' ||
    (!change && decided.length < sides.length)
  ) {
    const open = sides.filter(({ side }) => side === 'open').map(({ size }) => size.workload);
    return { kind: 'inconclusive', reason: `open at ${open.join(', ')}: more blocks would tell` };
  }
  const pays = sides[0]!.side === 'pays';
  if (change === undefined) {
    if (pays) return { kind: 'always' };
    const beyond = crossingBeyond(costs);
    return beyond === undefined ? { kind: 'never' } : { kind: 'pays-beyond', ...beyond };
  }
  const direction = pays ? 'below' : 'above';
  return { kind: pays ? 'pays-up-to' : 'pays-from', ...crossingWithin(costs, change, direction) };
}
