// What several parts of the format on disk are made of.
import { z } from 'zod';
import type { Failure, FailureCode, Thrown } from '@crossover/model';

/** A schema for each field of a domain type: one that is added there and forgotten here does not compile. */
export type Fields<Domain> = { readonly [Field in keyof Domain]-?: z.ZodType<Domain[Field]> };

/** Keys of a record that the compiler keeps complete. */
const FAILURE_CODES: Readonly<Record<FailureCode, true>> = {
  'wrong-digest': true,
  'kernel-threw': true,
  'lane-unavailable': true,
  'mode-unavailable': true,
  'worker-ended': true,
  'process-ended': true,
  'time-limit': true,
  'trial-ended': true,
  interrupted: true,
  usage: true,
  'run-damaged': true,
  'schema-too-new': true,
  'not-writable': true,
  internal: true,
};

export const text: z.ZodString = z.string();
export const name: z.ZodString = z.string().min(1);
export const amount: z.ZodNumber = z.number().nonnegative();
export const count: z.ZodInt = z.int().nonnegative();
export const positive: z.ZodInt = z.int().positive();

const thrown: z.ZodType<Thrown> = z.strictObject({
  name: text,
  message: text,
  code: z.exactOptional(text),
  // A chain, so that its links are known only once this one is.
  cause: z.exactOptional(z.lazy(() => thrown)),
});

export const failure: z.ZodType<Failure> = z.strictObject({
  code: z.enum(Object.keys(FAILURE_CODES) as FailureCode[]),
  message: text,
  where: z.exactOptional(text),
  hint: z.exactOptional(text),
  digests: z.exactOptional(z.strictObject({ expected: text, actual: text })),
  thrown: z.exactOptional(thrown),
} satisfies Fields<Failure>);
