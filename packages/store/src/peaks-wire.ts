// The peaks of a machine, as a line of trials.jsonl.
import { z } from 'zod';
import { MEMORY_LEVELS } from '@crossover/model';
import { amount, failure, name, positive, text } from './wire-fields.ts';
import type { Fields } from './wire-fields.ts';
import type {
  ArithmeticPeak,
  BandwidthPeak,
  Cache,
  FailedPeaks,
  MeasuredPeaks,
  PeaksRecord,
  UnavailablePeaks,
} from '@crossover/model';

type OfRecord = Pick<PeaksRecord, 'kind'>;

const kind = z.literal('peaks');

const rate = { threads: positive, bestPerSecond: amount, medianPerSecond: amount, repeats: positive };

const arithmetic = z.strictObject({
  ...rate,
  numbers: z.enum(['floating-point', 'integer']),
  form: z.enum(['scalar', 'vector']),
  instructions: name,
} satisfies Fields<ArithmeticPeak>);

const bandwidth = z.strictObject({
  ...rate,
  level: z.enum(MEMORY_LEVELS),
  stores: z.enum(['cached', 'streaming']),
  bytes: positive,
} satisfies Fields<BandwidthPeak>);

const cache = z.strictObject({
  level: z.enum(['L1', 'L2', 'L3']),
  bytes: positive,
  own: z.boolean(),
} satisfies Fields<Cache>);

const measured = z.strictObject({
  kind,
  status: z.literal('ok'),
  arithmetic: z.array(arithmetic),
  bandwidth: z.array(bandwidth),
  caches: z.array(cache),
} satisfies Fields<MeasuredPeaks & OfRecord>);

const unavailable = z.strictObject({
  kind,
  status: z.literal('unavailable'),
  reason: text,
  remedy: text,
} satisfies Fields<UnavailablePeaks & OfRecord>);

const failed = z.strictObject({
  kind,
  status: z.literal('failed'),
  failure,
} satisfies Fields<FailedPeaks & OfRecord>);

/** What a machine can do at most. */
export const peaks = z.discriminatedUnion('status', [measured, unavailable, failed]);
