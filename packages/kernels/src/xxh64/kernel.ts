import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import { cutIntoMessages, drawMessages } from '../segmented-messages.ts';
import { xxh64Arithmetic } from './work-count.ts';
import type { KernelSpec } from '@crossover/model';

const truth =
  "xxhsum -H1 of every message, and coreutils' sha256sum of all its answers in order " +
  '(scripts/reference/message-digests.ts)';

/** What every workload with room begins with: lengths at which a step of the algorithm sets in or falls away. */
const OPENINGS: readonly (string | number)[] = ['', 'a', 'abc', 4, 7, 8, 12, 31, 32, 33, 63, 64, 65];

export const kernel: KernelSpec = defineKernel({
  id: 'xxh64',
  title: 'XXH64',
  stresses: '64-bit multiplications and rotations, which JavaScript has no numbers for',
  citation: 'Y. Collet, xxHash fast digest algorithm, version 0.1.1, 2018: XXH64',
  parameters: {
    count: { type: 'u32', minimum: 1, maximum: 2 ** 24, meaning: 'number of messages' },
    bytes: { type: 'u32', minimum: 0, maximum: 2 ** 30, meaning: 'length of all messages together in bytes' },
    hashSeed: { type: 'u32', minimum: 0, maximum: 2 ** 32 - 1, meaning: 'seed of the hash function itself' },
  },
  scalars: ['hashSeed'],
  inputs: {
    messages: { element: 'u8', division: { kind: 'segments', boundaries: 'boundaries' } },
    // Message i is the bytes from boundary i to boundary i + 1.
    boundaries: { element: 'u32', division: { kind: 'boundaries' } },
  },
  // In the canonical form: most significant byte first.
  outputs: { hashes: { element: 'u8', division: { kind: 'stride', elements: 8 } } },
  passes: [
    {
      name: 'xxh64',
      reads: [
        { region: 'messages', span: 'own' },
        { region: 'boundaries', span: 'own' },
      ],
      writes: ['hashes'],
    },
  ],
  item: 'message',
  items: ({ count }) => count,
  generate: ({ count, bytes }, random) => drawMessages(count, bytes, OPENINGS, random),
  read: (file, { hashSeed }) => {
    const { messages, boundaries, count } = cutIntoMessages(file);
    return { inputs: { messages, boundaries }, parameters: { count, bytes: file.length, hashSeed } };
  },
  digest: ({ hashes }) => contentHash('sha256', hashes),
  workCount: (_, { boundaries }) => ({
    kind: 'counted',
    numbers: 'integer',
    arithmetic: xxh64Arithmetic(boundaries),
    what: '16 for each stripe of 32 bytes, and those of the other steps of the specification',
  }),
  workloads: {
    smoke: {
      parameters: { count: 64, bytes: 2 ** 18, hashSeed: 0 },
      seed: 1,
      digest: '041412df64b854302f7b1b32ec25bc245d5ffde792d4331380455bee8522fe1c',
      truth,
    },
    small: {
      parameters: { count: 512, bytes: 2 ** 21, hashSeed: 0 },
      seed: 2,
      digest: '029c3658a301a830e7059075cc7a2c5059eff95877244158e8a31d7879d8e375',
      truth,
    },
    medium: {
      parameters: { count: 4096, bytes: 2 ** 24, hashSeed: 0 },
      seed: 3,
      digest: '31742ca39b16939cd6eba9258468b3163cde6dd7c2adea673e1e2d1ce30a0057',
      truth,
    },
    large: {
      parameters: { count: 32_768, bytes: 2 ** 27, hashSeed: 0 },
      seed: 4,
      digest: '2e517d7d6edfeecbc51977d9b7ece909f1b05bb1ef91d4b96906c1567630c64b',
      truth,
    },
  },
});
