import {
  discoveriesIn,
  geometricMean,
  mannWhitney,
  meanOf,
  ratioOf,
  verdictOf,
  welch,
} from '@crossover/statistics';
import { wallOf } from './cell-trials.ts';
import type { CellTrials } from './cell-trials.ts';
import type { CellTime, Change, Noise, Verdict } from '@crossover/model';
import type { Discovery, Mean } from '@crossover/statistics';

/** What the noise of a run does to its part in a change. */
type RunNoise = Pick<Noise, 'inflation' | 'verdictsWithheld'>;

/** A cell that both runs measured. */
export interface MeasuredPair {
  readonly base: CellTrials;
  readonly head: CellTrials;
}

/** The smallest p that is taken for chance. */
const CHANCE = 0.05;

/**
 * Judges all cells that two runs have in common. The runs share no blocks, so that the trials of a cell are two
 * independent groups; what slowed one whole run is part of its changes.
 */
export function changesOf(pairs: readonly MeasuredPair[], base: RunNoise, head: RunNoise): readonly Change[] {
  const measured = pairs.map((pair) => ({
    pair,
    logs: welch(logMean(pair.base, base), logMean(pair.head, head)),
  }));
  const found = discoveriesIn(measured.map(({ logs }) => logs));
  const withheld = base.verdictsWithheld || head.verdictsWithheld;
  return measured.map(({ pair, logs }, index) => changeOf(pair, logs, found[index]!, withheld));
}

function changeOf(pair: MeasuredPair, logs: Mean, found: Discovery, withheld: boolean): Change {
  const { unavailable: _, ...cell } = pair.head.cell;
  const [baseTimes, headTimes] = [timesOf(pair.base), timesOf(pair.head)];
  const speedUp = ratioOf(logs);
  const ranksP = mannWhitney(baseTimes, headTimes).p;
  const alone = verdictOf(speedUp);
  const { p, adjusted, significant, relevant, verdict } = found;
  const fragile =
    claimsChange(verdict) && ranksP > CHANCE && smallestRanksP(baseTimes.length, headTimes.length) <= CHANCE;
  return {
    ...cell,
    base: timeOf(baseTimes),
    head: timeOf(headTimes),
    speedUp,
    p,
    adjustedP: adjusted,
    ranksP,
    significant,
    relevant,
    ...(withheld
      ? { verdict: 'withheld' }
      : { verdict, ...(alone !== verdict && { alone }), ...(fragile && { fragile }) }),
  };
}

/** ln(time) of a cell, as uncertain as the twins of its run say. */
function logMean(trials: CellTrials, { inflation }: RunNoise): Mean {
  const logs = meanOf(timesOf(trials).map(Math.log));
  return { ...logs, standardError: logs.standardError * inflation };
}

function timesOf({ completed }: CellTrials): readonly number[] {
  return [...completed[0].values()].map(wallOf);
}

function timeOf(times: readonly number[]): CellTime {
  return { trials: times.length, wallNs: geometricMean(times) };
}

function claimsChange(verdict: Verdict): boolean {
  return verdict !== 'same' && verdict !== 'inconclusive';
}

/** What the ranks of so many trials can say at most: 2 ÷ the number of ways to divide them. */
function smallestRanksP(first: number, second: number): number {
  let ways = 1;
  for (let step = 1; step <= second; step += 1) ways *= (first + step) / step;
  return 2 / ways;
}
