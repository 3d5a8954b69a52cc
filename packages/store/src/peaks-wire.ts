// What a machine can do at most, as parts of a line of trials.jsonl.
import { z } from 'zod';
import { MEMORY_LEVELS } from '@crossover/model';
import { amount, name, positive } from './wire-fields.ts';
import type { Fields } from './wire-fields.ts';
import type { ArithmeticPeak, BandwidthPeak, Cache } from '@crossover/model';

const rate = { threads: positive, bestPerSecond: amount, medianPerSecond: amount, repeats: positive };

export const arithmeticPeak: z.ZodType<ArithmeticPeak> = z.strictObject({
  ...rate,
  numbers: z.enum(['floating-point', 'integer']),
  form: z.enum(['scalar', 'vector']),
  instructions: name,
} satisfies Fields<ArithmeticPeak>);

export const bandwidthPeak: z.ZodType<BandwidthPeak> = z.strictObject({
  ...rate,
  level: z.enum(MEMORY_LEVELS),
  stores: z.enum(['cached', 'streaming']),
  bytes: positive,
} satisfies Fields<BandwidthPeak>);

export const cache: z.ZodType<Cache> = z.strictObject({
  level: z.enum(['L1', 'L2', 'L3']),
  bytes: positive,
  own: z.boolean(),
} satisfies Fields<Cache>);
