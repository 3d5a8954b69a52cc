import * as fc from 'fast-check';
import { expect } from 'vitest';
import { LONGEST, TAGS } from '../../../packages/kernels/dist/viterbi/params.js';
import { segmentsOf } from './input.ts';
import type { Views } from '@crossover/model';
import type { KernelInput } from '../agreement.ts';
import type { HostileInputs } from './input.ts';

interface Model {
  readonly first: Float64Array;
  readonly transitions: Float64Array;
  readonly emissions: Float64Array;
}

/** So many paths are tried one by one; where there are more, the lanes only have to agree. */
const MOST_PATHS = 1000;
/** Logarithms of probabilities: certain, impossible, and what rounds, vanishes or overflows in a sum. */
const LOGARITHMS = [0, -0, -1, -1, -2, -0.1, -5e-324, -1e16, -1e308, -Infinity];
const VOCABULARY = 5;

/** A model in which only the first tags can occur. */
function models(tags: number): fc.Arbitrary<Model> {
  const cells = (rows: number): fc.Arbitrary<Float64Array> =>
    fc
      .array(fc.constantFrom(...LOGARITHMS), { minLength: rows * TAGS, maxLength: rows * TAGS })
      .map((values) => Float64Array.from(values, (value, i) => (i % TAGS < tags ? value : -Infinity)));
  return fc.record({ first: cells(1), transitions: cells(TAGS), emissions: cells(VOCABULARY) });
}

function uniform(logarithm: number): Model {
  const cells = (rows: number): Float64Array => new Float64Array(rows * TAGS).fill(logarithm);
  return { first: cells(1), transitions: cells(TAGS), emissions: cells(VOCABULARY) };
}

/** The score of the best of all paths of the first tags. */
function bestScore(model: Model, words: readonly number[], tags: number): number {
  const go = (t: number, before: number, score: number): number => {
    if (t === words.length) return score;
    const scores = Array.from({ length: tags }, (_, tag) => {
      const step = t === 0 ? model.first[tag]! : score + model.transitions[before * TAGS + tag]!;
      return go(t + 1, tag, step + model.emissions[words[t]! * TAGS + tag]!);
    });
    return Math.max(...scores);
  };
  return go(0, 0, 0);
}

function inputOf(model: Model, sentences: readonly (readonly number[])[], tags = TAGS): KernelInput {
  const { joined, boundaries } = segmentsOf(sentences, (length) => new Uint32Array(length));
  return {
    parameters: {
      sentences: sentences.length,
      longest: Math.max(...sentences.map(({ length }) => length)),
      vocabulary: VOCABULARY,
    },
    inputs: { ...model, words: joined, boundaries },
    check: (outputs) => {
      for (const [item, words] of sentences.entries()) {
        if (tags ** words.length > MOST_PATHS) continue;
        const best = bestScore(model, words, tags);
        expect([item, outputs['scores']![item]! + 0]).toEqual([item, best + 0]);
        expectBest(outputs, model, words, boundaries[item]!, best);
      }
    },
  };
}

/** The tags are a path of that score. */
function expectBest(
  outputs: Views,
  model: Model,
  words: readonly number[],
  from: number,
  best: number,
): void {
  let score = 0;
  for (const [t, word] of words.entries()) {
    const tag = outputs['tags']![from + t]!;
    const step =
      t === 0 ? model.first[tag]! : score + model.transitions[outputs['tags']![from + t - 1]! * TAGS + tag]!;
    score = step + model.emissions[word * TAGS + tag]!;
  }
  expect(score + 0).toBe(best + 0);
}

const sentences = fc.array(fc.array(fc.nat(VOCABULARY - 1), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 8,
});
const long = Array.from({ length: LONGEST }, (_, i) => (i * 7) % VOCABULARY);

/** Against all paths, one by one, of sentences of up to eight words. */
export const viterbi: HostileInputs = {
  kernel: 'viterbi',
  edges: {
    'no words': inputOf(uniform(-1), [[]]),
    'empty sentences between others': inputOf(uniform(-1), [[], [0], [], [4, 4], []]),
    'nothing but ties': inputOf(uniform(0), [[0, 1, 2], [4]]),
    'nothing that is possible': inputOf(uniform(-Infinity), [[0, 1, 2], [4]]),
    'sums that overflow': inputOf(uniform(-1e308), [[0, 1, 2], [4]]),
    'a sentence of the greatest length': inputOf(uniform(-0.1), [long, [1], long]),
  },
  any: fc
    .constantFrom(1, 2, 3, TAGS)
    .chain((tags) => fc.tuple(models(tags), sentences, fc.constant(tags)))
    .map((drawn) => inputOf(...drawn)),
};
