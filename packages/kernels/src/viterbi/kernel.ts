import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import { drawModel } from './model.ts';
import { LONGEST, TAGS } from './params.ts';
import { drawSentences } from './sentences.ts';
import type { KernelSpec } from '@crossover/model';

const truth = "NLTK's hidden Markov model tagger, for all sentences (scripts/reference/viterbi.py)";

export const kernel: KernelSpec = defineKernel({
  id: 'viterbi',
  title: 'Viterbi tagger',
  stresses: 'sums and maxima of f64 with look-ups in tables; comparisons that no one can predict',
  citation: 'A. J. Viterbi, Error bounds for convolutional codes, IEEE Trans. Inf. Theory 13, 1967',
  parameters: {
    sentences: { type: 'u32', minimum: 1, maximum: 2 ** 20, meaning: 'number of sentences' },
    longest: { type: 'u32', minimum: 0, maximum: LONGEST, meaning: 'words in a sentence at most' },
    vocabulary: { type: 'u32', minimum: 1, maximum: 65_536, meaning: 'number of different words' },
  },
  scalars: [],
  inputs: {
    // Natural logarithms of probabilities: of each tag to begin; at [from × TAGS + to] of a tag to follow another; at
    // [word × TAGS + tag] of a tag to be worn by a word.
    first: { element: 'f64', division: { kind: 'whole' } },
    transitions: { element: 'f64', division: { kind: 'whole' } },
    emissions: { element: 'f64', division: { kind: 'whole' } },
    // Sentence i is the words from boundary i to boundary i + 1.
    words: { element: 'u32', division: { kind: 'segments', boundaries: 'boundaries' } },
    boundaries: { element: 'u32', division: { kind: 'boundaries' } },
  },
  outputs: {
    // Of each word, on the likeliest path.
    tags: { element: 'u8', division: { kind: 'segments', boundaries: 'boundaries' } },
    // The logarithm of that path's probability.
    scores: { element: 'f64', division: { kind: 'stride', elements: 1 } },
  },
  passes: [
    {
      name: 'viterbi',
      reads: [
        { region: 'first', span: 'all' },
        { region: 'transitions', span: 'all' },
        { region: 'emissions', span: 'all' },
        { region: 'words', span: 'own' },
        { region: 'boundaries', span: 'own' },
      ],
      writes: ['tags', 'scores'],
    },
  ],
  item: 'sentence',
  items: ({ sentences }) => sentences,
  generate: ({ sentences, longest, vocabulary }, random) => ({
    ...drawModel(vocabulary, random),
    ...drawSentences(sentences, longest, vocabulary, random),
  }),
  // How many words are in an entity, in the open; then md5s of all tags, and of all scores.
  digest: ({ tags, scores }) => {
    const entities = tags.reduce((count, tag) => count + (tag === 0 ? 0 : 1), 0);
    const [ofTags, ofScores] = [tags, scores].map((view) => contentHash('md5', view));
    return `${entities} tags:${ofTags} scores:${ofScores}`;
  },
  workCount: (_, { boundaries }) => ({
    kind: 'counted',
    numbers: 'floating-point',
    arithmetic: arithmeticOf(boundaries),
    what: 'for each tag of each word after the first nine sums, eight comparisons and one more sum; less for the first and the end',
  }),
  workloads: {
    smoke: {
      parameters: { sentences: 200, longest: 40, vocabulary: 1024 },
      seed: 1,
      digest: '1681 tags:3184a3e686e8c993482448c688539680 scores:a872f04e8f7fb3d94fb08d2e44e49937',
      truth,
    },
    small: {
      parameters: { sentences: 1200, longest: 40, vocabulary: 4096 },
      seed: 2,
      digest: '10186 tags:d416fa33d2ba2d339dae847389c7add9 scores:78db46a312df7928798722a4ca42f41d',
      truth,
    },
    medium: {
      parameters: { sentences: 12_000, longest: 40, vocabulary: 4096 },
      seed: 3,
      digest: '95692 tags:0f543c6bc5d6d896a11ed4d280445382 scores:fff74f35ea770ed59fe81730d62cc4ed',
      truth,
    },
    large: {
      parameters: { sentences: 120_000, longest: 40, vocabulary: 4096 },
      seed: 4,
      digest: '961240 tags:8ed1d20c4e29b222041899404135102b scores:22af3e2b0d7cef354a5d80f88fd4de72',
      truth,
    },
  },
});

/** Sums and comparisons of all sentences, which lie between such boundaries. */
function arithmeticOf(boundaries: Uint32Array): number {
  let sum = 0;
  for (let i = 1; i < boundaries.length; i++) {
    const words = boundaries[i]! - boundaries[i - 1]!;
    // The first word's scores, each step from one word to the next, and the best of the last word's scores.
    if (words > 0) sum += TAGS + (words - 1) * TAGS * (TAGS + TAGS - 1 + 1) + (TAGS - 1);
  }
  return sum;
}
