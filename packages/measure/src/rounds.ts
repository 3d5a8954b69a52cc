import type { WaitingTrial } from './waiting-trial.ts';

/**
 * Divides the samples of several trials into as many rounds as the one with most of them has: each trial's lie as far
 * apart as they can, so that all trials see the same minute of the machine. Whoever begins is last in the next round.
 */
export function roundsOf<T extends Pick<WaitingTrial, 'samples'>>(
  trials: readonly T[],
): readonly (readonly T[])[] {
  const count = Math.max(0, ...trials.map(({ samples }) => samples));
  return Array.from({ length: count }, (_, round) => {
    const first = round % trials.length;
    const order = [...trials.slice(first), ...trials.slice(0, first)];
    return order.filter(({ samples }) => due(samples, round + 1, count) > due(samples, round, count));
  });
}

/** How many of its samples a trial has taken before that round: the middle of each lies in the middle of its share of the rounds. */
function due(samples: number, round: number, count: number): number {
  return Math.floor((samples * round) / count + 1 / 2);
}
