import { TAGS } from './params.ts';
import type { Random } from '@crossover/model';

/** Logarithms are multiples of this, so that their sums are exact, and equal in all languages and orders. */
const RESOLUTION = 2 ** -20;

/** A hidden Markov model by the natural logarithms of its probabilities. */
interface Model {
  /** Of each tag to be the first. */
  readonly first: Float64Array;
  /** Of each tag to follow another: those after one tag lie side by side. */
  readonly transitions: Float64Array;
  /** Of each tag to be worn by each word: those for one word lie side by side. */
  readonly emissions: Float64Array;
}

/**
 * Draws a tagger of entities as one would be estimated from counts. A tag that goes on (I-) follows only one of the same
 * kind. Every third word is mostly an entity's, the others are mostly outside of any.
 */
export function drawModel(vocabulary: number, random: Random): Model {
  const first = logarithms(tags((tag) => (goesOn(tag) ? 0 : weight(0, tag, random))));
  const transitions = new Float64Array(TAGS * TAGS);
  for (let from = 0; from < TAGS; from++) {
    const counts = tags((to) => (mayFollow(from, to) ? weight(from, to, random) : 0));
    transitions.set(logarithms(counts), from * TAGS);
  }
  const emissions = new Float64Array(vocabulary * TAGS);
  const usual = Uint32Array.from({ length: vocabulary }, (_, word) =>
    word % 3 === 0 ? 1 + random.below(TAGS - 1) : 0,
  );
  for (let tag = 0; tag < TAGS; tag++) {
    const counts = Array.from(usual, (own) => 1 + random.below(own === tag ? 1000 : 50));
    logarithms(counts).forEach((logarithm, word) => (emissions[word * TAGS + tag] = logarithm));
  }
  return { first, transitions, emissions };
}

function tags(count: (tag: number) => number): readonly number[] {
  return Array.from({ length: TAGS }, (_, tag) => count(tag));
}

function goesOn(tag: number): boolean {
  return tag > 0 && tag % 2 === 0;
}

function mayFollow(from: number, to: number): boolean {
  return !goesOn(to) || from === to || from === to - 1;
}

/** How often one tag was seen after another: O most of the time, and entities of more than one word quite often. */
function weight(from: number, to: number, random: Random): number {
  if (to === 0) return 400 + random.below(200);
  return goesOn(to) && mayFollow(from, to) ? 300 + random.below(200) : 10 + random.below(50);
}

/** The logarithms of shares in a sum, rounded to the resolution; that of nothing is -∞. */
function logarithms(counts: readonly number[]): Float64Array {
  const sum = counts.reduce((total, count) => total + count, 0);
  return Float64Array.from(counts, (count) => Math.round(Math.log(count / sum) / RESOLUTION) * RESOLUTION);
}
