import type { Random } from '@crossover/model';

/** Pairs of textbooks, which every workload with room begins with; `vectors.json` has their distances and sources. */
export const TEXTBOOK: readonly (readonly [string, string])[] = [
  ['kitten', 'sitting'],
  ['saturday', 'sunday'],
  ['flaw', 'lawn'],
  ['intention', 'execution'],
  ['GUMBO', 'GAMBOL'],
  ['TGCATAT', 'ATCCGAT'],
  ['rosettacode', 'raisethysword'],
];

/** Pairs with nothing on a side, with nothing to change, and with half a surrogate pair. */
export const EDGES: readonly (readonly [string, string])[] = [
  ['', ''],
  ['', 'abc'],
  ['abc', ''],
  ['same', 'same'],
  ['\u{1F600}', '\uD83D'],
];

/** Letters that most strings are made of. */
const LETTERS = 26;
/** Of so many code units one is not a letter but any unit at all; and of so many one is changed by an edit. */
const RARE = 16;

/** Strings one after the other, one code unit per element: string i lies from boundary i to boundary i + 1. */
interface Strings {
  readonly units: Uint32Array;
  readonly boundaries: Uint32Array;
}

/** String i of the left ones belongs to string i of the right ones. */
export interface Pairs {
  readonly left: Strings;
  readonly right: Strings;
}

/**
 * Draws pairs of strings of at most `longest` UTF-16 code units: the textbooks' and the edges, as far as they fit,
 * then in turn a string with an edited copy of it, and two that have nothing to do with each other.
 */
export function drawPairs(pairs: number, longest: number, random: Random): Pairs {
  const fitting = [...TEXTBOOK, ...EDGES].filter((texts) => texts.every(({ length }) => length <= longest));
  const left = fitting.slice(0, pairs).map(([text]) => codeUnits(text));
  const right = fitting.slice(0, pairs).map(([, text]) => codeUnits(text));
  while (left.length < pairs) {
    const units = drawUnits(longest, random);
    right.push(left.length % 2 === 0 ? edited(units, longest, random) : drawUnits(longest, random));
    left.push(units);
  }
  return { left: joined(left), right: joined(right) };
}

/** The UTF-16 code units of a text. */
export function codeUnits(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** Up to `longest` units, every length as likely as any other. */
function drawUnits(longest: number, random: Random): readonly number[] {
  const units: number[] = [];
  for (let left = random.below(longest + 1); left > 0; left--) units.push(drawUnit(random));
  return units;
}

function drawUnit(random: Random): number {
  const draw = random.below(2 ** 32);
  return draw % RARE === 0 ? draw >>> 16 : 0x61 + ((draw >>> 4) % LETTERS);
}

/** A copy in which some units are left out, replaced, or have another put before them. */
function edited(units: readonly number[], longest: number, random: Random): readonly number[] {
  const copy: number[] = [];
  for (const unit of units) {
    const draw = random.below(3 * RARE);
    if (draw === 0) continue;
    if (draw === 1 || draw === 2) copy.push(drawUnit(random));
    if (draw !== 1) copy.push(unit);
  }
  return copy.slice(0, longest);
}

/** Puts strings one after the other. */
export function joined(strings: readonly (readonly number[])[]): Strings {
  const boundaries = new Uint32Array(strings.length + 1);
  strings.forEach(({ length }, i) => (boundaries[i + 1] = boundaries[i]! + length));
  const units = new Uint32Array(boundaries[strings.length]!);
  let placed = 0;
  for (const string of strings) for (const unit of string) units[placed++] = unit;
  return { units, boundaries };
}
