import { createHash } from 'node:crypto';
import { defineKernel } from '@crossover/model';
import { drawMessages } from './messages.ts';
import type { KernelSpec } from '@crossover/model';

const truth =
  "coreutils' sha256sum of every message, and of all its answers in order (scripts/reference/sha256.ts)";

/** Length of the messages that a file is cut into; the last one may be shorter. */
const FILE_MESSAGE_BYTES = 65_536;

export const kernel: KernelSpec = defineKernel({
  id: 'sha256',
  title: 'SHA-256',
  stresses: '32-bit rotations and additions; bytes to words and back',
  citation: 'NIST, FIPS PUB 180-4, Secure Hash Standard, 2015, sections 4.1.2 to 6.2',
  parameters: {
    count: { type: 'u32', minimum: 1, maximum: 2 ** 24, meaning: 'number of messages' },
    bytes: { type: 'u32', minimum: 0, maximum: 2 ** 30, meaning: 'length of all messages together in bytes' },
  },
  scalars: [],
  inputs: {
    messages: { element: 'u8', division: { kind: 'segments', boundaries: 'boundaries' } },
    // Message i is the bytes from boundary i to boundary i + 1.
    boundaries: { element: 'u32', division: { kind: 'boundaries' } },
  },
  outputs: { digests: { element: 'u8', division: { kind: 'stride', elements: 32 } } },
  passes: [
    {
      name: 'sha256',
      reads: [
        { region: 'messages', span: 'own' },
        { region: 'boundaries', span: 'own' },
      ],
      writes: ['digests'],
    },
  ],
  item: 'message',
  items: ({ count }) => count,
  generate: ({ count, bytes }, random) => drawMessages(count, bytes, random),
  read: (bytes) => {
    const count = Math.max(1, Math.ceil(bytes.length / FILE_MESSAGE_BYTES));
    const boundaries = Uint32Array.from({ length: count + 1 }, (_, i) =>
      Math.min(i * FILE_MESSAGE_BYTES, bytes.length),
    );
    // A Buffer is more than the plain view that a region is.
    const messages = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    return { inputs: { messages, boundaries }, parameters: { count, bytes: bytes.length } };
  },
  digest: ({ digests }) => createHash('sha256').update(digests).digest('hex'),
  workloads: {
    smoke: {
      parameters: { count: 32, bytes: 65_536 },
      seed: 1,
      digest: 'd0c370540aa5754a0a319bc843827168eff57c1bb43472f4c8b0d7950a5be96a',
      truth,
    },
    small: {
      parameters: { count: 128, bytes: 2 ** 19 },
      seed: 2,
      digest: '1daaf8f0c21b46d022dd6fd75bab2c64d8d47854c9a6ccf608d5fd9daf077b21',
      truth,
    },
    medium: {
      parameters: { count: 1024, bytes: 2 ** 22 },
      seed: 3,
      digest: '23c1cd976b1d95d4b5558dc7bcd1a96f1f809707327b571b12ae997981efd538',
      truth,
    },
    large: {
      parameters: { count: 16_384, bytes: 2 ** 26 },
      seed: 4,
      digest: '36dea739414168d42d525563de578a1635493d2940b88c8d64be3c60f76537d8',
      truth,
    },
  },
});
