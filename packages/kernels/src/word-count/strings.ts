import { encodeStrings } from './encoding.ts';
import type { EncodedStrings } from './encoding.ts';
import type { Random } from '@crossover/model';

/** What every workload begins with: nothing, white space alone, and words of each width with all kinds around them. */
export const OPENINGS: readonly string[] = [
  '',
  ' ',
  ' \t\n\v\f\r',
  'word',
  'two words',
  '  before, between\t\tand after \r\n',
  'façade naïve Ærøskøbing',
  'слово за слово',
  '三個 字',
  '🂡 🂢🂣',
];

/** Characters of a passage, which is all in one script. */
const PASSAGE = 8192;

/** The longest string is halved up to so many times less one. */
const HALVINGS = 13;

/** One character in so many is white space; of these every eighth is none of the ordinary kind. */
const WHITE = 6;
const OTHER_WHITE = '\t\n\v\f\r';

/** Characters of a script, from the first on. In glibc's C.UTF-8 all are printable, and none is a space. */
interface Range {
  readonly first: number;
  readonly size: number;
}

const ASCII: Range = { first: 0x21, size: 0x7f - 0x21 };
const LATIN: Range = { first: 0xc0, size: 64 };
const CYRILLIC: Range = { first: 0x410, size: 64 };
const HAN: Range = { first: 0x4e00, size: 20_000 };
const FACES: Range = { first: 0x1f600, size: 64 };

/** What passages are written in, and how often each comes. */
const SCRIPTS: readonly { readonly ranges: readonly Range[]; readonly shares: number }[] = [
  // One byte per character, in V8 and in UTF-8.
  { ranges: [ASCII], shares: 8 },
  // One byte in V8, one or two in UTF-8.
  { ranges: [ASCII, ASCII, ASCII, LATIN], shares: 3 },
  // Two bytes in V8; two, three, and anything from one to four in UTF-8.
  { ranges: [CYRILLIC], shares: 2 },
  { ranges: [HAN], shares: 2 },
  { ranges: [ASCII, LATIN, CYRILLIC, HAN, ASCII, ASCII, ASCII, FACES], shares: 1 },
];

/**
 * Draws strings of `longest` bytes and perhaps a character at most: the openings, as far as they fit, then text that goes from script to
 * script and is cut into many short strings and few long ones. Each length is a draw up to the longest, or up to a half,
 * a quarter, … of it; a character that a cut would go through comes into the next string.
 */
export function drawStrings(count: number, longest: number, random: Random): EncodedStrings {
  const openings = OPENINGS.filter((string) => Buffer.byteLength(string) <= longest).slice(0, count);
  const boundaries = new Uint32Array(count + 1);
  openings.forEach((string, i) => (boundaries[i + 1] = boundaries[i]! + Buffer.byteLength(string)));
  // Where strings end if no cut goes through a character.
  for (let i = openings.length; i < count; i++)
    boundaries[i + 1] = boundaries[i]! + drawLength(longest, random);
  // Somewhat more, since the last character of the text may be cut.
  const text = new Uint8Array(boundaries[count]! + 3);
  encodeStrings(openings, { text, boundaries: boundaries.subarray(0, openings.length + 1) });
  fillWithPassages(text.subarray(boundaries[openings.length]), random);
  for (let i = openings.length; i < count; i++) boundaries[i + 1] = characterUpTo(text, boundaries[i + 1]!);
  return { text: text.subarray(0, boundaries[count]), boundaries };
}

function drawLength(longest: number, random: Random): number {
  const draw = random.below(2 ** 32);
  const bound = (longest >>> (draw % HALVINGS)) + 1;
  return Math.floor(((draw >>> 8) * bound) / 2 ** 24);
}

function fillWithPassages(text: Uint8Array, random: Random): void {
  const passages = SCRIPTS.map(({ ranges }) => drawPassage(ranges, random));
  const shares = SCRIPTS.flatMap((script, i) => Array.from({ length: script.shares }, () => passages[i]!));
  // Each script once, so that a short text has them all.
  const first = passages.values();
  let filled = 0;
  while (filled < text.length) {
    const passage = first.next().value ?? shares[random.below(shares.length)]!;
    text.set(passage.subarray(0, text.length - filled), filled);
    filled += passage.length;
  }
}

function drawPassage(ranges: readonly Range[], random: Random): Uint8Array {
  const characters: number[] = [];
  while (characters.length < PASSAGE) {
    const draw = random.below(2 ** 32);
    const choice = draw >>> 8;
    const { first, size } = ranges[draw & (ranges.length - 1)]!;
    const character = first + (choice % size);
    const white = choice % 8 === 0 ? OTHER_WHITE.charCodeAt(choice % OTHER_WHITE.length) : 0x20;
    characters.push(draw % WHITE === 0 ? white : character);
  }
  return new TextEncoder().encode(String.fromCodePoint(...characters));
}

/** The first byte of a character at or before that place. */
export function characterUpTo(text: Uint8Array, place: number): number {
  let at = place;
  while ((text[at]! & 0xc0) === 0x80) at--;
  return at;
}
