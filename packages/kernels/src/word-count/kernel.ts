import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import { decodeStrings, encodeStrings } from './encoding.ts';
import { cutFile } from './file.ts';
import { drawStrings } from './strings.ts';
import type { KernelSpec } from '@crossover/model';

const truth =
  "Python's bytes.split for every string; coreutils' wc -w for all together (scripts/reference/word-count.py)";

export const kernel: KernelSpec = defineKernel({
  id: 'word-count',
  title: 'Words in strings',
  stresses:
    'strings that cross the boundary: V8’s become UTF-8, and bytes are copied; one look at each character',
  citation: 'IEEE Std 1003.1-2024 (POSIX), wc, in the POSIX locale',
  parameters: {
    strings: { type: 'u32', minimum: 1, maximum: 2 ** 20, meaning: 'number of strings' },
    longest: {
      type: 'u32',
      minimum: 0,
      maximum: 16_384,
      meaning: 'bytes of a string at most, but for its last character',
    },
  },
  scalars: [],
  inputs: {
    text: { element: 'u8', division: { kind: 'segments', boundaries: 'boundaries' } },
    // String i is the bytes from boundary i to boundary i + 1, in UTF-8.
    boundaries: { element: 'u32', division: { kind: 'boundaries' } },
  },
  held: { decode: decodeStrings, encode: encodeStrings },
  outputs: { counts: { element: 'u32', division: { kind: 'stride', elements: 1 } } },
  passes: [
    {
      name: 'wordCount',
      onHeld: 'wordCountOfStrings',
      reads: [
        { region: 'text', span: 'own' },
        { region: 'boundaries', span: 'own' },
      ],
      writes: ['counts'],
    },
  ],
  item: 'string',
  items: ({ strings }) => strings,
  generate: ({ strings, longest }, random) => drawStrings(strings, longest, random),
  read: (bytes, { longest }) => {
    const inputs = cutFile(bytes);
    return { inputs, parameters: { strings: inputs.boundaries.length - 1, longest } };
  },
  // The words of all strings in the open, then of each, one per line, as an md5.
  digest: ({ counts }) => {
    const sum = counts.reduce((total, count) => total + count, 0);
    const all = contentHash('md5', `${counts.join('\n')}\n`);
    return `${sum} md5:${all}`;
  },
  workCount: () => ({
    kind: 'not-counted',
    reason: 'how much is computed for each byte is up to each lane',
  }),
  workloads: {
    smoke: {
      parameters: { strings: 500, longest: 4096 },
      seed: 1,
      digest: '13146 md5:844c910d02c78f2e79323ebe9ae66af5',
      truth,
    },
    small: {
      parameters: { strings: 5000, longest: 4096 },
      seed: 2,
      digest: '139840 md5:e6607db240b6702beb4d0f1896e7f1a7',
      truth,
    },
    medium: {
      parameters: { strings: 50_000, longest: 4096 },
      seed: 3,
      digest: '1545945 md5:7cac2d51d412369dc776f44a79c753f2',
      truth,
    },
    large: {
      parameters: { strings: 500_000, longest: 4096 },
      seed: 4,
      digest: '16293611 md5:0610f50faba8131cc5ebe7a7d0013fa7',
      truth,
    },
  },
});
