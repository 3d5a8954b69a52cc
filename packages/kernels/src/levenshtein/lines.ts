import { CrossoverError } from '@crossover/model';
import { codeUnits, joined } from './pairs.ts';
import { LONGEST } from './params.ts';
import type { Pairs } from './pairs.ts';

/**
 * The pairs of strings in a text file, which is read as UTF-8: the first line with the second, the third with the
 * fourth, and so on; a last line that is left over with nothing. An empty file is one empty line.
 * @throws CrossoverError `usage` when a line is longer than the lanes have room for.
 */
export function readPairs(bytes: Uint8Array): Pairs {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  // What comes after the last line break is no line if there is nothing.
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const tooLong = lines.findIndex(({ length }) => length > LONGEST);
  if (tooLong >= 0) {
    throw new CrossoverError({
      code: 'usage',
      message: `levenshtein cannot take this input: line ${tooLong + 1} has ${lines[tooLong]!.length} UTF-16 code units`,
      hint: `it takes text, two lines to a pair, of at most ${LONGEST} code units each`,
    });
  }
  if (lines.length % 2 === 1) lines.push('');
  const sides = [0, 1].map((side) => joined(lines.filter((_, i) => i % 2 === side).map(codeUnits)));
  return { left: sides[0]!, right: sides[1]! };
}
