import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import { readPairs } from './lines.ts';
import { drawPairs } from './pairs.ts';
import { LONGEST } from './params.ts';
import type { KernelSpec } from '@crossover/model';
import type { Pairs } from './pairs.ts';

const truth = 'RapidFuzz, for all pairs; textbooks for the first (scripts/reference/levenshtein.py)';

export const kernel: KernelSpec = defineKernel({
  id: 'levenshtein',
  title: 'Levenshtein distance',
  stresses: 'dynamic programming: minima of small integers, each waiting for the one before; little memory',
  citation: 'R. A. Wagner and M. J. Fischer, The string-to-string correction problem, JACM 21, 1974',
  parameters: {
    pairs: { type: 'u32', minimum: 1, maximum: 65_536, meaning: 'number of pairs of strings' },
    longest: { type: 'u32', minimum: 0, maximum: LONGEST, meaning: 'UTF-16 code units in a string at most' },
  },
  scalars: [],
  // A string is its UTF-16 code units, one per element, as JavaScript counts them.
  inputs: {
    lefts: { element: 'u32', division: { kind: 'segments', boundaries: 'leftBoundaries' } },
    leftBoundaries: { element: 'u32', division: { kind: 'boundaries' } },
    rights: { element: 'u32', division: { kind: 'segments', boundaries: 'rightBoundaries' } },
    rightBoundaries: { element: 'u32', division: { kind: 'boundaries' } },
  },
  outputs: { distances: { element: 'u32', division: { kind: 'stride', elements: 1 } } },
  passes: [
    {
      name: 'levenshtein',
      reads: [
        { region: 'lefts', span: 'own' },
        { region: 'leftBoundaries', span: 'own' },
        { region: 'rights', span: 'own' },
        { region: 'rightBoundaries', span: 'own' },
      ],
      writes: ['distances'],
    },
  ],
  item: 'pair of strings',
  items: ({ pairs }) => pairs,
  generate: ({ pairs, longest }, random) => inputsOf(drawPairs(pairs, longest, random)),
  read: (bytes) => {
    const read = readPairs(bytes);
    const inputs = inputsOf(read);
    const longest = Math.max(longestOf(read.left.boundaries), longestOf(read.right.boundaries));
    return { inputs, parameters: { pairs: inputs.leftBoundaries.length - 1, longest } };
  },
  // The sum of all distances in the open, then all of them, one per line, as an md5.
  digest: ({ distances }) => {
    const sum = distances.reduce((total, distance) => total + distance, 0);
    const all = contentHash('md5', `${distances.join('\n')}\n`);
    return `${sum} md5:${all}`;
  },
  workCount: (_, { leftBoundaries, rightBoundaries }) => ({
    kind: 'counted',
    numbers: 'integer',
    arithmetic: 6 * cellsOf(leftBoundaries, rightBoundaries),
    what: 'a comparison of units, three additions and two minima for each cell of the matrix',
  }),
  workloads: {
    smoke: {
      parameters: { pairs: 64, longest: 100 },
      seed: 1,
      digest: '1713 md5:12f32a10ccebaad39ff1bc5bb310bcf0',
      truth,
    },
    small: {
      parameters: { pairs: 256, longest: 200 },
      seed: 2,
      digest: '15288 md5:e71f3c9b7c85e8b92eb17eb483adc157',
      truth,
    },
    medium: {
      parameters: { pairs: 2048, longest: 200 },
      seed: 3,
      digest: '126133 md5:2ffb42de1d8c392c62384a75d11c567b',
      truth,
    },
    large: {
      parameters: { pairs: 4096, longest: 500 },
      seed: 4,
      digest: '622935 md5:2bdeb3c171f3cf6e83ecfa2524295014',
      truth,
    },
  },
});

/** The input regions that hold the pairs. */
function inputsOf({ left, right }: Pairs) {
  return {
    lefts: left.units,
    leftBoundaries: left.boundaries,
    rights: right.units,
    rightBoundaries: right.boundaries,
  };
}

/** Cells of the matrices of all pairs: one for each unit of the left string and each of the right one. */
function cellsOf(left: Uint32Array, right: Uint32Array): number {
  let cells = 0;
  for (let i = 1; i < left.length; i++) {
    cells += (left[i]! - left[i - 1]!) * (right[i]! - right[i - 1]!);
  }
  return cells;
}

/** The greatest length of strings that lie between these boundaries. */
function longestOf(boundaries: Uint32Array): number {
  return boundaries.reduce((longest, end, i) => Math.max(longest, end - (boundaries[i - 1] ?? 0)), 0);
}
