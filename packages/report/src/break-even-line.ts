import { BASE_LANE, BASE_MODE, mayHeadline } from '@crossover/model';
import { breakEvenWords } from './break-even-table.ts';
import { plainText } from './plain-text.ts';
import { symbolsOf } from './symbols.ts';
import type { BreakEven, BreakEvenResult, Result } from '@crossover/model';
import type { Style } from './style.ts';

/**
 * One line for the first screen: from which size on each single lever of a kernel pays, or of many levers how many do.
 * Undefined where there are no sizes, or no room.
 */
export function breakEvenLine({ breakEven = [] }: Result, style: Style): string | undefined {
  const levers = breakEven.filter(isLever);
  if (levers.length === 0) return undefined;
  const lines = [
    ...(new Set(levers.map(({ kernel }) => kernel)).size === 1 ? [each(levers, style)] : []),
    counts(levers),
  ];
  return lines.map((line) => plainText(line, style)).find((line) => line.length <= style.width);
}

/** Whether it is one lever pulled alone, of those that may stand in a headline. */
function isLever(result: BreakEvenResult): boolean {
  return mayHeadline(result) && (result.lane === BASE_LANE) !== (result.mode === BASE_MODE);
}

function each(levers: readonly BreakEvenResult[], style: Style): string {
  const parts = levers.map(
    ({ lane, place, warm }) =>
      `${lane === BASE_LANE ? place : lane} ${breakEvenWords(warm, symbolsOf(style))}`,
  );
  return `It pays, by TypeScript's time: ${parts.join('; ')}.`;
}

const COUNTED: readonly (readonly [words: string, kinds: readonly BreakEven['kind'][]])[] = [
  ['at every size', ['always']],
  ['from a size on', ['pays-from', 'pays-beyond']],
  ['up to one', ['pays-up-to']],
  ['at none', ['never']],
  ['open', ['inconclusive', 'not-measured']],
];

function counts(levers: readonly BreakEvenResult[]): string {
  const told = COUNTED.map(([words, kinds]) => ({
    words,
    count: levers.filter(({ warm }) => kinds.includes(warm.kind)).length,
  })).filter(({ count }) => count > 0);
  return `Levers that pay, of ${levers.length}: ${told.map(({ words, count }) => `${words} ${count}`).join(', ')}.`;
}
