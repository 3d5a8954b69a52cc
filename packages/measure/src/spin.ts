import { nanoseconds } from '@crossover/model';
import { monotonicClock } from './clock.ts';
import type { Nanoseconds } from '@crossover/model';

/** About two milliseconds of dependent integer arithmetic. */
const STEPS = 1_000_000;

let sink = 0;

/** Does a fixed amount of work that fits into registers, and says how long it took. */
export function spin(): Nanoseconds {
  const begin = monotonicClock();
  // A linear congruential generator: every step needs the one before.
  let state = sink | 1;
  for (let step = 0; step < STEPS; step++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  sink = state;
  return nanoseconds(monotonicClock() - begin);
}
