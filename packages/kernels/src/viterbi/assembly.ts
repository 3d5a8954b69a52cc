import { TAGS } from './params';

const SIZE: usize = <usize>TAGS;
/** Scores of the likeliest paths to each tag of a word. */
const scores: usize = memory.data(9 * 8, 8);
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
 * The nine paths are written out, so that their scores, and the best so far, are variables. `emissions` and `origin`
 * are the word's.
 */
function step(transitions: usize, emissions: usize, origin: usize): void {
  const path0: f64 = load<f64>(scores);
  const path1: f64 = load<f64>(scores, 8);
  const path2: f64 = load<f64>(scores, 16);
  const path3: f64 = load<f64>(scores, 24);
  const path4: f64 = load<f64>(scores, 32);
  const path5: f64 = load<f64>(scores, 40);
  const path6: f64 = load<f64>(scores, 48);
  const path7: f64 = load<f64>(scores, 56);
  const path8: f64 = load<f64>(scores, 64);
  for (let tag: usize = 0; tag < SIZE; tag++) {
    const column: usize = transitions + (tag << 3);
    let best: f64 = path0 + load<f64>(column);
    let from: u32 = 0;
    let score: f64 = path1 + load<f64>(column, 1 * 9 * 8);
    from = select<u32>(1, from, score > best);
    best = likelier(score, best);
    score = path2 + load<f64>(column, 2 * 9 * 8);
    from = select<u32>(2, from, score > best);
    best = likelier(score, best);
    score = path3 + load<f64>(column, 3 * 9 * 8);
    from = select<u32>(3, from, score > best);
    best = likelier(score, best);
    score = path4 + load<f64>(column, 4 * 9 * 8);
    from = select<u32>(4, from, score > best);
    best = likelier(score, best);
    score = path5 + load<f64>(column, 5 * 9 * 8);
    from = select<u32>(5, from, score > best);
    best = likelier(score, best);
    score = path6 + load<f64>(column, 6 * 9 * 8);
    from = select<u32>(6, from, score > best);
    best = likelier(score, best);
    score = path7 + load<f64>(column, 7 * 9 * 8);
    from = select<u32>(7, from, score > best);
    best = likelier(score, best);
    score = path8 + load<f64>(column, 8 * 9 * 8);
    from = select<u32>(8, from, score > best);
    best = likelier(score, best);
    store<u8>(origin + tag, <u8>from);
    store<f64>(scores + (tag << 3), best + load<f64>(emissions + (tag << 3)));
  }
}

/** The greater of two scores, written as a choice between integers, which V8 makes without a branch. */
function likelier(score: f64, best: f64): f64 {
  return reinterpret<f64>(select<i64>(reinterpret<i64>(score), reinterpret<i64>(best), score > best));
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
