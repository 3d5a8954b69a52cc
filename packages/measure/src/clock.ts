import { nanoseconds } from '@crossover/model';
import type { Nanoseconds } from '@crossover/model';

/** Reads a clock that only goes forward. */
export type Clock = () => Nanoseconds;

/** The machine's monotonic clock. */
export const monotonicClock: Clock = () => nanoseconds(Number(process.hrtime.bigint()));
