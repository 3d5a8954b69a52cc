import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { CELLS, TWIN } from './machine.ts';
import { EDGE, judge, Kernel, WITH_BASE } from './family.ts';
import { LOOKS } from './look-levels.ts';
import type { LookLevels } from './look-levels.ts';
import type { Machine } from './machine.ts';
import type { Mean } from '../../packages/statistics/src/index.ts';
import type { Method } from './method.ts';

/** Half of the cells take as long as the base, the others 5 % more or less: on the edges of the margin. */
const NEAR = Array.from({ length: CELLS }, (_, cell) => (cell <= TWIN ? 0 : [0, EDGE, 0, -EDGE][cell % 4]!));

/** Kernels in which no verdict of a difference beyond the margin is right. */
export function nearKernels({ noise }: Machine, runs: number): readonly Kernel[] {
  return Array.from({ length: runs }, () => new Kernel(noise(LOOKS.at(-1)!), NEAR));
}

/** Share of kernels with a wrong verdict at any of the looks. */
export function wrongAtLooks(kernels: readonly Kernel[], method: Method, { levels }: LookLevels): number {
  return shareOf(kernels, (kernel) =>
    LOOKS.some((blocks, look) => isWrong(kernel, blocks, method, levels[look]!)),
  );
}

/** Share of kernels with a wrong verdict after so many blocks, if a budget ends them before the first look. */
export function wrongAfter(
  kernels: readonly Kernel[],
  blocks: number,
  method: Method,
  { levels }: LookLevels,
): number {
  return shareOf(kernels, (kernel) => isWrong(kernel, blocks, method, levels[0]!));
}

function isWrong(kernel: Kernel, blocks: number, method: Method, level: number): boolean {
  return judge(kernel.family(blocks, method), level).some(({ wrong }) => wrong);
}

/** Share of 95 % intervals that cover the truth. */
export interface Coverage {
  /** Of all comparisons with the base. */
  readonly all: number;
  /** Of the comparison that is covered most seldom. */
  readonly worst: number;
}

export function coverage(kernels: readonly Kernel[], blocks: number, method: Method): Coverage {
  const families = kernels.map((kernel) => kernel.family(blocks, method));
  const shares = Array.from({ length: WITH_BASE }, (_, index) =>
    shareOf(families, ({ means, truths }) => covers(means[index]!, truths[index]!)),
  );
  return { all: shares.reduce((sum, share) => sum + share, 0) / WITH_BASE, worst: Math.min(...shares) };
}

const quantiles = new Map<number, number>();

function covers({ mean, standardError, count }: Mean, truth: number): boolean {
  const bound = quantiles.getOrInsertComputed(count, () => tQuantile(0.975, count - 1));
  return Math.abs(mean - truth) <= bound * standardError;
}

/** Cells that are faster than the base where differences are to be found; the others are as fast. */
const FASTER: readonly number[] = [3, 4, 5, 8, 9];

export function differentKernels({ noise }: Machine, ratio: number, runs: number): readonly Kernel[] {
  const truths = Array.from({ length: CELLS }, (_, cell) => (FASTER.includes(cell) ? Math.log(ratio) : 0));
  return Array.from({ length: runs }, () => new Kernel(noise(LOOKS.at(-1)!), truths));
}

/** Share of these cells that are found to be faster than the base. */
export function found(kernels: readonly Kernel[], blocks: number, method: Method, level: number): number {
  const verdicts = kernels.flatMap((kernel) => {
    const judged = judge(kernel.family(blocks, method), level);
    return FASTER.map((cell) => judged[cell - TWIN - 1]!);
  });
  return shareOf(verdicts, ({ gain }) => gain);
}

function shareOf<One>(all: readonly One[], holds: (one: One) => boolean): number {
  return all.filter(holds).length / all.length;
}
