import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { kernel } from './kernel.ts';
import { drawModel } from './model.ts';
import { LONGEST, TAGS } from './params.ts';
import { drawSentences } from './sentences.ts';
import { viterbi } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

interface Outputs {
  readonly tags: Uint8Array;
  readonly scores: Float64Array;
}

type Model = ReturnType<typeof drawModel>;

function run(model: Model, sentences: readonly (readonly number[])[]): Outputs {
  const boundaries = new Uint32Array(sentences.length + 1);
  sentences.forEach(({ length }, i) => (boundaries[i + 1] = boundaries[i]! + length));
  return runAll(model, Uint32Array.from(sentences.flat()), boundaries);
}

function runAll(
  { first, transitions, emissions }: Model,
  words: Uint32Array,
  boundaries: Uint32Array,
): Outputs {
  const items = boundaries.length - 1;
  const tags = new Uint8Array(words.length).fill(99);
  const scores = new Float64Array(items).fill(99);
  viterbi(first, transitions, emissions, words, boundaries, tags, scores, 0, items);
  return { tags, scores };
}

/** Logarithms of the probabilities of all tags, row by row; what is not given is impossible. */
function logarithms(
  rows: number,
  probability: (row: number, tag: number) => number | undefined,
): Float64Array {
  return Float64Array.from({ length: rows * TAGS }, (_, i) =>
    Math.log(probability(Math.floor(i / TAGS), i % TAGS) ?? 0),
  );
}

/** A model of few tags, by probabilities; the other tags never occur. */
function modelOf(
  first: readonly number[],
  following: readonly (readonly number[])[],
  emissions: readonly (readonly number[])[],
): Model {
  return {
    first: logarithms(1, (_, tag) => first[tag]),
    transitions: logarithms(TAGS, (from, to) => following[from]?.[to]),
    emissions: logarithms(emissions[0]!.length, (word, tag) => emissions[tag]?.[word]),
  };
}

/** All paths through so many words of a model with so many tags. */
function pathsOf(length: number, tags: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  const paths = pathsOf(length - 1, tags);
  return Array.from({ length: tags }, (_, tag) => paths.map((path) => [tag].concat(path))).flat();
}

function scoreOf(
  { first, transitions, emissions }: Model,
  words: readonly number[],
  path: readonly number[],
): number {
  let score = 0;
  path.forEach((tag, t) => {
    score += t === 0 ? first[tag]! : transitions[path[t - 1]! * TAGS + tag]!;
    score += emissions[words[t]! * TAGS + tag]!;
  });
  return score;
}

/** A model of which only the first tags can occur, with few different numbers, so that there are many ties. */
function smallModels(tags: number, vocabulary: number): fc.Arbitrary<Model> {
  const row = fc.array(fc.integer({ min: -3, max: 0 }), { minLength: TAGS, maxLength: TAGS });
  const rows = (count: number): fc.Arbitrary<Float64Array> =>
    fc
      .array(row, { minLength: count, maxLength: count })
      .map((values) =>
        Float64Array.from(values.flatMap((value) => value.map((x, tag) => (tag < tags ? x : -Infinity)))),
      );
  return fc.record({ first: rows(1), transitions: rows(TAGS), emissions: rows(vocabulary) });
}

function sumOfProbabilities(logs: Float64Array): number {
  return logs.reduce((total, logarithm) => total + Math.exp(logarithm), 0);
}

describe('viterbi', () => {
  it('the patient of the textbook was healthy twice and then had fever, with the published probability', () => {
    const { first, transitions, emissions, words, tags, probability } = vectors.textbook;
    const outputs = run(modelOf(first, transitions, emissions), [words]);
    expect([...outputs.tags]).toStrictEqual(tags);
    expect(Math.exp(outputs.scores[0]!)).toBeCloseTo(probability, 12);
  });

  it.each(['smoke', 'small'] as const)('the %s workload has the tags and scores that NLTK gave', (name) => {
    const { parameters, seed, digest } = kernel.workloads[name];
    const inputs = kernel.generate(parameters, seededRandom(seed));
    const { words, boundaries } = inputs;
    const outputs = runAll(inputs as unknown as Model, words as Uint32Array, boundaries as Uint32Array);
    expect(kernel.digest({ ...outputs }, parameters)).toBe(vectors.workloads[name]);
    expect(digest).toBe(vectors.workloads[name]);
  });

  it.each([
    [2, 8],
    [3, 5],
    [TAGS, 3],
  ])('with %i tags, up to %i words get the best of all paths', (tags, longest) => {
    const sentence = fc.array(fc.nat(3), { minLength: 1, maxLength: longest });
    fc.assert(
      fc.property(smallModels(tags, 4), sentence, (model, words) => {
        const outputs = run(model, [words]);
        const paths = pathsOf(words.length, tags);
        const best = Math.max(...paths.map((path) => scoreOf(model, words, path)));
        expect(outputs.scores[0]).toBe(best);
        // Of equal paths the one whose last tags are lowest: ties are broken from the end.
        const ties = paths
          .filter((path) => scoreOf(model, words, path) === best)
          .map((path) => path.toReversed());
        const lowest = ties.reduce((a, b) => (a.join('') < b.join('') ? a : b));
        expect([...outputs.tags]).toStrictEqual(lowest.toReversed());
      }),
      { numRuns: 50 },
    );
  });

  it('no sentences have no tags, and an empty one is certain', () => {
    const model = drawModel(4, seededRandom(1));
    expect(run(model, [])).toStrictEqual({ tags: new Uint8Array(), scores: new Float64Array() });
    expect(run(model, [[], []])).toStrictEqual({ tags: new Uint8Array(), scores: new Float64Array(2) });
  });

  it('a sentence of the greatest length has room, and a score that is the sum along its path', () => {
    const model = drawModel(16, seededRandom(1));
    const words = Array.from({ length: LONGEST }, (_, i) => (i * 7) % 16);
    const { tags, scores } = run(model, [words]);
    expect(scores[0]).toBe(scoreOf(model, words, [...tags]));
  });

  it('a tag that goes on follows only one of its kind', () => {
    const { words, boundaries } = drawSentences(300, 40, 64, seededRandom(2));
    const { tags } = runAll(drawModel(64, seededRandom(2)), words, boundaries);
    const wrong = [...boundaries.subarray(0, -1)].flatMap((from, i) =>
      [...tags.subarray(from, boundaries[i + 1])].filter((tag, t, sentence) => {
        const before = sentence[t - 1] ?? 0;
        return tag > 0 && tag % 2 === 0 && before !== tag && before !== tag - 1;
      }),
    );
    expect(wrong).toStrictEqual([]);
    expect(new Set(tags).size).toBe(TAGS);
  });

  it('splitting the sentences never changes the outputs, and a chunk writes only its own', () => {
    const model = drawModel(64, seededRandom(3));
    const { words, boundaries } = drawSentences(30, 20, 64, seededRandom(3));
    const whole = runAll(model, words, boundaries);
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const [from, to] = [boundaries[start]!, boundaries[end]!];
        const outputs = {
          tags: new Uint8Array(words.length).fill(99),
          scores: new Float64Array(30).fill(99),
        };
        const expected = { tags: outputs.tags.slice(), scores: outputs.scores.slice() };
        expected.tags.set(whole.tags.subarray(from, to), from);
        expected.scores.set(whole.scores.subarray(start, end), start);
        const { first, transitions, emissions } = model;
        viterbi(first, transitions, emissions, words, boundaries, outputs.tags, outputs.scores, start, end);
        expect(outputs).toStrictEqual(expected);
      }),
    );
  });
});

describe('a drawn model', () => {
  it('has probabilities that add up to 1, by logarithms that add up exactly', () => {
    const { first, transitions, emissions } = drawModel(50, seededRandom(1));
    expect(sumOfProbabilities(first)).toBeCloseTo(1, 4);
    for (let tag = 0; tag < TAGS; tag++) {
      expect(sumOfProbabilities(transitions.subarray(tag * TAGS, (tag + 1) * TAGS))).toBeCloseTo(1, 4);
      expect(sumOfProbabilities(emissions.filter((_, i) => i % TAGS === tag))).toBeCloseTo(1, 4);
    }
    const finite = [...first, ...transitions, ...emissions].filter((logarithm) => logarithm > -Infinity);
    expect(finite.every((logarithm) => Number.isInteger(logarithm * 2 ** 20))).toBe(true);
  });
});

describe('drawn sentences', () => {
  it('are as many as asked for, none longer than asked for, of words that there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 65_536 }),
        (sentences, longest, vocabulary) => {
          const { words, boundaries } = drawSentences(sentences, longest, vocabulary, seededRandom(1));
          expect(boundaries).toHaveLength(sentences + 1);
          expect(boundaries[sentences]).toBe(words.length);
          for (let i = 0; i < sentences; i++)
            expect(boundaries[i + 1]! - boundaries[i]!).toBeLessThanOrEqual(longest);
          expect(words.every((word) => word < vocabulary)).toBe(true);
        },
      ),
    );
  });
});
