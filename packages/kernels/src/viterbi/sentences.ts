import type { Random } from '@crossover/model';

/** Sentences one after the other: sentence i is the words from boundary i to boundary i + 1. */
interface Sentences {
  readonly words: Uint32Array;
  readonly boundaries: Uint32Array;
}

/**
 * Draws sentences of 0 to `longest` words, every length as likely as any other, after one that is empty, one of a
 * single word, and one of the greatest length. Of two words the one with the lower number is never the rarer one.
 */
export function drawSentences(
  sentences: number,
  longest: number,
  vocabulary: number,
  random: Random,
): Sentences {
  const boundaries = new Uint32Array(sentences + 1);
  for (let i = 0; i < sentences; i++) {
    const length = [0, Math.min(1, longest), longest][i] ?? random.below(longest + 1);
    boundaries[i + 1] = boundaries[i]! + length;
  }
  const words = new Uint32Array(boundaries[sentences]!);
  // The product of two numbers in [0, 1) is more often small than large.
  for (let i = 0; i < words.length; i++) {
    const draw = random.below(2 ** 32);
    words[i] = Math.floor(((draw >>> 16) * (draw & 0xffff) * vocabulary) / 2 ** 32);
  }
  return { words, boundaries };
}
