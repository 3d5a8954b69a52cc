import { LONGEST, TAGS } from './params.ts';

const SIZE = TAGS | 0;
/** Scores of the likeliest paths to each tag of a word, and of the word before. */
const scores = new Float64Array(TAGS);
const before = new Float64Array(TAGS);
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

/** Goes on from each path to each tag of word `t`, and keeps the likeliest; of equal ones that from the lowest tag. */
function step(transitions: Float64Array, emissions: Float64Array, word: number, t: number): void {
  for (let tag = 0; tag < SIZE; tag++) before[tag] = scores[tag]!;
  for (let tag = 0; tag < SIZE; tag++) {
    scores[tag] = before[0]! + transitions[tag]!;
    origins[t * SIZE + tag] = 0;
  }
  for (let from = 1; from < SIZE; from++) {
    const path = before[from]!;
    for (let tag = 0; tag < SIZE; tag++) {
      const score = path + transitions[from * SIZE + tag]!;
      if (score > scores[tag]!) {
        scores[tag] = score;
        origins[t * SIZE + tag] = from;
      }
    }
  }
  for (let tag = 0; tag < SIZE; tag++) scores[tag]! += emissions[word * SIZE + tag]!;
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
