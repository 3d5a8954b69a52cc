import { LONGEST, TAGS } from './params.ts';

const SIZE = TAGS | 0;
/** Scores of the likeliest paths to each tag of a word. */
const scores = new Float64Array(TAGS);
/** For each word but the first and each of its tags, the tag that the likeliest path comes from. */
const origins = new Uint8Array(LONGEST * TAGS);

export function viterbi(
  first: Float64Array,
  transitions: Float64Array,
  emissions: Float64Array,
  words: Uint32Array,
  boundaries: Uint32Array,
  tags: Uint8Array,
  best: Float64Array,
  start: number,
  end: number,
): void {
  for (let item = start; item < end; item++) {
    const from = boundaries[item]!;
    const length = boundaries[item + 1]! - from;
    if (length === 0) {
      best[item] = 0;
      continue;
    }
    for (let tag = 0; tag < SIZE; tag++) scores[tag] = first[tag]! + emissions[words[from]! * SIZE + tag]!;
    for (let t = 1; t < length; t++) step(transitions, emissions, words[from + t]!, t);
    best[item] = trace(tags, from, length);
  }
}

/**
 * Goes on from each path to each tag of word `t`, and keeps the likeliest; of equal ones that from the lowest tag. The
 * nine paths are written out, so that their scores, and the best so far, are variables.
 */
function step(transitions: Float64Array, emissions: Float64Array, word: number, t: number): void {
  const path0 = scores[0]!;
  const path1 = scores[1]!;
  const path2 = scores[2]!;
  const path3 = scores[3]!;
  const path4 = scores[4]!;
  const path5 = scores[5]!;
  const path6 = scores[6]!;
  const path7 = scores[7]!;
  const path8 = scores[8]!;
  for (let tag = 0; tag < SIZE; tag++) {
    let best = path0 + transitions[tag]!;
    let origin = 0;
    let score = path1 + transitions[SIZE + tag]!;
    if (score > best) {
      best = score;
      origin = 1;
    }
    score = path2 + transitions[SIZE * 2 + tag]!;
    if (score > best) {
      best = score;
      origin = 2;
    }
    score = path3 + transitions[SIZE * 3 + tag]!;
    if (score > best) {
      best = score;
      origin = 3;
    }
    score = path4 + transitions[SIZE * 4 + tag]!;
    if (score > best) {
      best = score;
      origin = 4;
    }
    score = path5 + transitions[SIZE * 5 + tag]!;
    if (score > best) {
      best = score;
      origin = 5;
    }
    score = path6 + transitions[SIZE * 6 + tag]!;
    if (score > best) {
      best = score;
      origin = 6;
    }
    score = path7 + transitions[SIZE * 7 + tag]!;
    if (score > best) {
      best = score;
      origin = 7;
    }
    score = path8 + transitions[SIZE * 8 + tag]!;
    if (score > best) {
      best = score;
      origin = 8;
    }
    scores[tag] = best + emissions[word * SIZE + tag]!;
    origins[t * SIZE + tag] = origin;
  }
}

/** Follows the likeliest path from its end, of equal ones that to the lowest tag. Returns its score. */
function trace(tags: Uint8Array, from: number, length: number): number {
  let tag = 0;
  for (let other = 1; other < SIZE; other++) if (scores[other]! > scores[tag]!) tag = other;
  const score = scores[tag]!;
  for (let t = length - 1; t > 0; t--) {
    tags[from + t] = tag;
    tag = origins[t * SIZE + tag]!;
  }
  tags[from] = tag;
  return score;
}
