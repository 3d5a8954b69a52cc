import { chunksOf } from './groups.ts';
import { monotonicClock } from './clock.ts';
import { roundsOf } from './rounds.ts';
import type { Trial, Turn } from '@crossover/model';
import type { WaitingTrial } from './waiting-trial.ts';

/** A trial as far as its turns are concerned. */
export type Taker = Pick<
  WaitingTrial,
  'turn' | 'samples' | 'trial' | 'ready' | 'proceed' | 'addTime' | 'end'
>;

export interface GroupWork {
  /** Cores that this process may use. */
  readonly cores: number;
  /** Starts the process of a trial. */
  readonly start: (turn: Turn) => Taker;
  /** Called before a trial starts its workers and warms up. */
  readonly warming: (turn: Turn) => void;
  /** Called before a round of samples, which counts from 0. */
  readonly sampling: (round: number, rounds: number) => void;
  /** Called with each trial as soon as it has ended, failed or not. */
  readonly ended: (trial: Trial) => void;
}

/** So many processes are started at the same time at most. */
const MOST_STARTING = 4;

/**
 * Measures some trials that are alive together: their processes get ready, some at a time; then they warm up one after the
 * other, take their samples by turns, and answer at the same time. While one warms up or takes a sample, all others sleep.
 * @throws CrossoverError `interrupted` when the signal was given; no process is left then, either.
 */
export async function takeByTurns(turns: readonly Turn[], work: GroupWork): Promise<void> {
  const trials: Taker[] = [];
  const told = new Set<Taker>();
  const proceed = async (some: readonly Taker[]): Promise<void> => {
    await together(some, (trial) => trial.proceed());
    for (const one of some) {
      if (one.trial === undefined || told.has(one)) continue;
      told.add(one);
      work.ended(one.trial);
    }
  };
  try {
    // Nothing is measured meanwhile, so that all cores are free for it.
    for (const few of chunksOf(turns, Math.min(work.cores, MOST_STARTING))) {
      const starting = few.map(work.start);
      trials.push(...starting);
      await together(starting, (trial) => trial.ready());
    }
    for (const trial of trials) {
      work.warming(trial.turn);
      await proceed([trial]);
    }
    const rounds = roundsOf(trials);
    for (const [round, takers] of rounds.entries()) {
      work.sampling(round, rounds.length);
      for (const trial of takers) await proceed([trial]);
    }
    // Nothing is measured any more.
    await proceed(trials);
  } finally {
    await Promise.all(trials.map((trial) => trial.end()));
  }
}

/** Has trials do something at the same time, and counts for each its share of the time. */
async function together(trials: readonly Taker[], what: (trial: Taker) => Promise<void>): Promise<void> {
  const start = monotonicClock();
  await Promise.all(trials.map(what));
  for (const trial of trials) trial.addTime((monotonicClock() - start) / trials.length);
}
