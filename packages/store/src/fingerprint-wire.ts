// The identity of a machine and its toolchain.
import { z } from 'zod';
import { amount, name, positive, text } from './wire-fields.ts';
import type { Fields } from './wire-fields.ts';
import type { Fingerprint } from '@crossover/model';

export const fingerprint: z.ZodType<Fingerprint> = z.strictObject({
  id: name,
  cpuModel: text,
  cpuFlags: z.exactOptional(name),
  cores: positive,
  coresByAffinity: z.exactOptional(positive),
  coresByQuota: z.exactOptional(z.number().positive()),
  memoryBytes: amount,
  platform: text,
  kernelVersion: text,
  virtualisation: z.exactOptional(text),
  governor: z.exactOptional(name),
  libc: z.exactOptional(text),
  node: text,
  v8: text,
  nodeOptions: z.exactOptional(z.array(name)),
  assemblyscript: z.exactOptional(text),
  rustc: z.exactOptional(text),
} satisfies Fields<Fingerprint>);
