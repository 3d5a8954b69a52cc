// What one operation of a planned kernel has to do.
import { z } from 'zod';
import { positive, text } from './wire-fields.ts';
import type { Fields } from './wire-fields.ts';
import type { PlannedWork, UncountedWork } from '@crossover/model';

const counted = z.strictObject({
  kind: z.literal('counted'),
  numbers: z.enum(['floating-point', 'integer']),
  arithmetic: z.number().positive(),
  what: text,
  bytes: z.number().positive(),
  arenaBytes: positive,
} satisfies Fields<Extract<PlannedWork, { readonly kind: 'counted' }>>);

const uncounted = z.strictObject({
  kind: z.literal('not-counted'),
  reason: text,
} satisfies Fields<UncountedWork>);

/** A count, or the reason why there is none. */
export const plannedWork: z.ZodType<PlannedWork> = z.discriminatedUnion('kind', [counted, uncounted]);
