import { readCounters, covariatesBetween } from '@crossover/environment';
import { monotonicClock } from './clock.ts';
import { spin } from './spin.ts';

/** How unlike each other the times of equal work are on this machine, now. */
export interface NoiseProbe {
  readonly spins: number;
  /** Median time ÷ fastest time. */
  readonly median: number;
  /** 99th percentile ÷ fastest time. */
  readonly slowest: number;
  /** Share of the wall time that the hypervisor gave to others; absent where the platform does not tell. */
  readonly stolenShare?: number;
}

const SPINS = 500;

/** Does the same work again and again, for about a second. */
export function probeNoise(): NoiseProbe {
  spin();
  const before = readCounters();
  const times: number[] = [];
  const start = monotonicClock();
  for (let index = 0; index < SPINS; index++) {
    times.push(spin());
  }
  const wall = monotonicClock() - start;
  const { stealNs } = covariatesBetween(before, readCounters());
  const sorted = times.toSorted((a, b) => a - b);
  const fastest = sorted[0]!;
  const probe = {
    spins: SPINS,
    median: sorted[SPINS >> 1]! / fastest,
    slowest: sorted[Math.ceil(0.99 * SPINS) - 1]! / fastest,
  };
  return stealNs === undefined ? probe : { ...probe, stolenShare: stealNs / wall };
}
