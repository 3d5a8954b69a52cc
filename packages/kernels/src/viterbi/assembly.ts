import { TAGS } from './params';

const SIZE: usize = <usize>TAGS;
/** Scores of the likeliest paths to each tag of a word, and of the word before. */
const scores: usize = memory.data(9 * 8, 8);
const before: usize = memory.data(9 * 8, 8);
/** For each word but the first and each of its tags, the tag that the likeliest path comes from. */
const origins: usize = memory.data(1024 * 9);

export function viterbi(
  first: usize,
  transitions: usize,
  emissions: usize,
  words: usize,
  boundaries: usize,
  tags: usize,
  best: usize,
  start: u32,
  end: u32,
): void {
  for (let item: u32 = start; item < end; item++) {
    const from: usize = load<u32>(boundaries + (<usize>item << 2));
    const length: usize = <usize>load<u32>(boundaries + (<usize>item << 2), 4) - from;
    let score: f64 = 0.0;
    if (length > 0) {
      begin(first, emissions + load<u32>(words + (from << 2)) * (SIZE << 3));
      for (let t: usize = 1; t < length; t++) {
        const word: usize = load<u32>(words + ((from + t) << 2));
        step(transitions, emissions + word * (SIZE << 3), origins + t * SIZE);
      }
      score = trace(tags + from, length);
    }
    store<f64>(best + (<usize>item << 3), score);
  }
}

/** A path of one word for each tag. `emissions` are the word's. */
function begin(first: usize, emissions: usize): void {
  for (let tag: usize = 0; tag < SIZE << 3; tag += 8) {
    store<f64>(scores + tag, load<f64>(first + tag) + load<f64>(emissions + tag));
  }
}

/**
 * Goes on from each path to each tag of the next word, and keeps the likeliest; of equal ones that from the lowest tag.
 * `emissions` and `origin` are the word's.
 */
function step(transitions: usize, emissions: usize, origin: usize): void {
  memory.copy(before, scores, SIZE << 3);
  memory.fill(origin, 0, SIZE);
  for (let tag: usize = 0; tag < SIZE << 3; tag += 8) {
    store<f64>(scores + tag, load<f64>(before) + load<f64>(transitions + tag));
  }
  for (let from: usize = 1; from < SIZE; from++) {
    const path: f64 = load<f64>(before + (from << 3));
    const row: usize = transitions + from * (SIZE << 3);
    for (let tag: usize = 0; tag < SIZE; tag++) {
      const score: f64 = path + load<f64>(row + (tag << 3));
      const best: i64 = load<i64>(scores + (tag << 3));
      const likelier: bool = score > reinterpret<f64>(best);
      // Written as choices between integers, which V8 makes without branches; no one could predict those.
      store<i64>(scores + (tag << 3), select<i64>(reinterpret<i64>(score), best, likelier));
      store<u8>(origin + tag, select<u32>(<u32>from, load<u8>(origin + tag), likelier));
    }
  }
  for (let tag: usize = 0; tag < SIZE << 3; tag += 8) {
    store<f64>(scores + tag, load<f64>(scores + tag) + load<f64>(emissions + tag));
  }
}

/** Follows the likeliest path from its end, of equal ones that to the lowest tag. Returns its score. */
function trace(tags: usize, length: usize): f64 {
  let tag: usize = 0;
  for (let other: usize = 1; other < SIZE; other++) {
    if (load<f64>(scores + (other << 3)) > load<f64>(scores + (tag << 3))) tag = other;
  }
  const score: f64 = load<f64>(scores + (tag << 3));
  for (let t: usize = length - 1; t > 0; t--) {
    store<u8>(tags + t, <u8>tag);
    tag = load<u8>(origins + t * SIZE + tag);
  }
  store<u8>(tags, <u8>tag);
  return score;
}
