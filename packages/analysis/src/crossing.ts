import { breakEven } from '@crossover/statistics';
import { costLines, crossingOfLines } from './cost-lines.ts';
import type { blocksOfSizes } from './cost-lines.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { Warmth } from './size-readings.ts';
import type { Crossing, Estimate, Noise, SizePoint } from '@crossover/model';

/** All that is known of a subject's costs at the sizes of a kernel. */
export interface SizedCosts {
  readonly sizes: readonly SizePoint[];
  readonly blocks: ReturnType<typeof blocksOfSizes>;
  readonly warmth: Warmth;
  readonly noise: Noise;
  readonly seed: number;
  readonly group: readonly KernelTrials[];
}

/** Two sizes between which the subject changes sides. */
export interface Bracket {
  readonly from: SizePoint;
  readonly to: SizePoint;
}

/** How many times the largest measured size lines may be drawn on to. */
const FARTHEST = 10;

/**
 * Where the subject changes sides between two measured sizes. Lines that cross outside of them are contradicted by
 * what was measured, and too few blocks give none: then the sizes themselves are the interval.
 */
export function crossingWithin(
  costs: SizedCosts,
  { from, to }: Bracket,
  direction: 'above' | 'below',
): Crossing {
  const lines = linesCross(costs, direction);
  const inside = lines && lines.estimate > from.baseNs && lines.estimate < to.baseNs;
  const baseNs = inside
    ? {
        estimate: lines.estimate,
        low: Math.max(lines.low, from.baseNs),
        high: Math.min(lines.high, to.baseNs),
      }
    : { estimate: between({ from, to }, costs.warmth), low: from.baseNs, high: to.baseNs };
  const parameter = parameterAt(costs, baseNs.estimate);
  return { baseNs, from: inside ? 'lines' : 'bracket', ...(parameter && { parameter }) };
}

/** Where lines drawn on beyond the largest size cross; undefined where they do not, or too far away to say so. */
export function crossingBeyond(costs: SizedCosts): Crossing | undefined {
  const largest = costs.sizes.at(-1)!.baseNs;
  const { base, subject } = costLines(costs.blocks, costs.warmth);
  const crossing = breakEven(base, subject);
  if (crossing.kind !== 'above' || crossing.size <= largest || crossing.size > FARTHEST * largest)
    return undefined;
  const lines = linesCross(costs, 'above');
  if (lines === undefined) return undefined;
  return { baseNs: { ...lines, low: Math.max(lines.low, largest) }, from: 'lines' };
}

function linesCross(
  { blocks, warmth, noise, seed }: SizedCosts,
  direction: 'above' | 'below',
): Estimate | undefined {
  const logs = crossingOfLines(blocks, warmth, direction, { seed, level: noise.level });
  if (logs.kind === 'refused') return undefined;
  const { estimate, low, high } = logs;
  const widened = (end: number): number => Math.exp(estimate + noise.inflation * (end - estimate));
  const baseNs = { estimate: Math.exp(estimate), low: widened(low), high: widened(high) };
  return Number.isFinite(baseNs.high) ? baseNs : undefined;
}

/** Where the speed-up passes 1 if its logarithm is a line in the logarithm of the size. */
function between({ from, to }: Bracket, warmth: Warmth): number {
  const [start, end] = [Math.log(from[warmth].estimate), Math.log(to[warmth].estimate)];
  const share = start / (start - end);
  return Math.exp(Math.log(from.baseNs) + share * Math.log(to.baseNs / from.baseNs));
}

/** The size as the one parameter that changes from size to size and grows with it, a power law between neighbours. */
function parameterAt({ sizes, group }: SizedCosts, baseNs: number): Crossing['parameter'] {
  const known = sizes.flatMap(({ workload, baseNs: x }) => {
    const planned = group.find((kernel) => kernel.planned.workload === workload)?.planned;
    return planned === undefined ? [] : [{ x, parameters: planned.parameters }];
  });
  const names = Object.keys(known[0]?.parameters ?? {});
  const changing = names.filter((name) => new Set(known.map(({ parameters }) => parameters[name])).size > 1);
  const [name, ...others] = changing;
  if (name === undefined || others.length > 0) return undefined;
  const points = known.map(({ x, parameters }) => ({ x, value: parameters[name] ?? 0 }));
  const grows = points.every(({ value }, index) => value > (points[index - 1]?.value ?? 0));
  const after = points.findIndex(({ x }) => x >= baseNs);
  const [left, right] = [points[after - 1], points[after]];
  if (!grows || left === undefined || right === undefined) return undefined;
  const share = Math.log(baseNs / left.x) / Math.log(right.x / left.x);
  return { name, value: left.value * (right.value / left.value) ** share };
}
