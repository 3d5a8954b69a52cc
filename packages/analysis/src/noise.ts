import { UNBOUNDED } from '@crossover/model';
import {
  birgeInflation,
  MARGIN,
  median,
  ratioOf,
  standardScore,
  verdictOf,
  visibleDifference,
} from '@crossover/statistics';
import { cellTrialsOf } from './kernel-trials.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { Noise, RunHead } from '@crossover/model';
import type { Confidence, Mean } from '@crossover/statistics';

/** Twins that differ by more than this many standard errors, as a root mean square, do so not by chance. */
const BEYOND_CHANCE = 2;

/** How the twins of a kernel compare. */
interface TwinPair {
  readonly kernel: string;
  readonly cell: string;
  /** Of ln(cell ÷ twin), block by block. */
  readonly logs: Mean;
}

/**
 * What the twins say about the machine. Twins are one and the same cell, so that every difference between them is
 * noise. Their own intervals are printed as measured; those of everything else become wider by `inflation`.
 *
 * Verdicts are withheld when noise could have made one: when a pair of twins earns a verdict itself, or when twins
 * differ beyond chance and one pair by more than the margin. Below the margin, wider intervals are enough: a quiet
 * machine shows twins that differ reliably by half a per cent, which no verdict is about.
 * Without a single pair of twins nothing is known about noise, and verdicts are withheld as well.
 */
function noiseOf(kernels: readonly KernelTrials[], level: number = 0.95): Noise {
  const pairs = kernels.flatMap((kernel) => twinPair(kernel) ?? []);
  const twins = pairs.map(({ kernel, cell, logs }) => ({ kernel, cell, ratio: ratioOf(logs) }));
  const scores = pairs.flatMap(({ logs }) => standardScore(logs) ?? []);
  const inflation = birgeInflation(scores);
  const floor = twins.reduce((most, { ratio }) => Math.max(most, Math.abs(ratio.estimate - 1)), 0);
  const beyondChance = inflation > BEYOND_CHANCE && floor > MARGIN;
  return {
    twins,
    level,
    inflation,
    floor,
    smallestVisible: smallestVisible(pairs, { level, inflation }),
    verdictsWithheld: pairs.length === 0 || beyondChance || earnVerdict(pairs),
  };
}

/** As `noiseOf`; a run that mixes machines, toolchains or sources gives no verdicts, whatever its twins say. */
export function noiseOfRun(
  { mixed }: Pick<RunHead, 'mixed'>,
  kernels: readonly KernelTrials[],
  level: number = 0.95,
): Noise {
  const noise = noiseOf(kernels, level);
  return mixed === undefined ? noise : { ...noise, verdictsWithheld: true, mixed: true };
}

function twinPair(kernel: KernelTrials): TwinPair | undefined {
  const { planned, wall } = kernel;
  const trials = cellTrialsOf(kernel, planned.twin);
  const measured =
    trials &&
    wall.contrast([
      { trials, weight: 1, twin: 0 },
      { trials, weight: -1, twin: 1 },
    ]);
  return measured && { kernel: planned.kernel, cell: planned.twin, logs: measured.logs };
}

/** With many twins one of them is off by chance alone; the level is shared out among them (Bonferroni). */
function earnVerdict(pairs: readonly TwinPair[]): boolean {
  const level = 1 - 0.05 / pairs.length;
  const verdicts = pairs.map(({ logs }) => verdictOf(ratioOf(logs, { level })));
  return verdicts.some((verdict) => verdict === 'faster' || verdict === 'slower');
}

/** What a kernel's twin lets see at a level; `UNBOUNDED` without one. */
export function visibleInKernel(kernel: KernelTrials, confidence: Confidence): number {
  const pair = twinPair(kernel);
  return pair === undefined ? UNBOUNDED : visibleDifference(pair.logs, confidence);
}

function smallestVisible(pairs: readonly TwinPair[], confidence: Confidence): number {
  if (pairs.length === 0) return UNBOUNDED;
  return Math.min(UNBOUNDED, median(pairs.map(({ logs }) => visibleDifference(logs, confidence))));
}
