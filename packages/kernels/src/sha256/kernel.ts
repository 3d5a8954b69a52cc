import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import { cutIntoMessages, drawMessages } from '../segmented-messages.ts';
import { OPENINGS } from './openings.ts';
import { sha256Arithmetic } from './work-count.ts';
import type { KernelSpec } from '@crossover/model';

const truth =
  "coreutils' sha256sum of every message, and of all its answers in order (scripts/reference/message-digests.ts)";

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
  generate: ({ count, bytes }, random) => drawMessages(count, bytes, OPENINGS, random),
  read: (bytes) => {
    const { messages, boundaries, count } = cutIntoMessages(bytes);
    return { inputs: { messages, boundaries }, parameters: { count, bytes: bytes.length } };
  },
  digest: ({ digests }) => contentHash('sha256', digests),
  workCount: (_, { boundaries }) => ({
    kind: 'counted',
    numbers: 'integer',
    arithmetic: sha256Arithmetic(boundaries),
    what: '2296 for each block of 64 bytes, by FIPS 180-4, 4.1.2 and 6.2.2',
  }),
  workloads: {
    smoke: {
      parameters: { count: 32, bytes: 65_536 },
      seed: 1,
      digest: '7cea9b418a23215e84a8da6975b58528e60d4b56627db8805c518de30ce3bcea',
      truth,
    },
    small: {
      parameters: { count: 128, bytes: 2 ** 19 },
      seed: 2,
      digest: '137e9be3e662133bffb6655c75ec541ecd95af8267d02b86f2ef3643ccc58632',
      truth,
    },
    medium: {
      parameters: { count: 1024, bytes: 2 ** 22 },
      seed: 3,
      digest: '233e47d781f2eb6fa9650e5fbb2c9a0166c9a073b71358a509e7d7e749450d24',
      truth,
    },
    large: {
      parameters: { count: 16_384, bytes: 2 ** 26 },
      seed: 4,
      digest: '693ce36b786cd9aa1f0d7e538ebfad4a6a2ca7f234eb020781fe523f50426e40',
      truth,
    },
  },
});
