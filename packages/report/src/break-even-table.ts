import { formatDuration } from './duration.ts';
import { plainText } from './plain-text.ts';
import { saying } from './table.ts';
import { significant } from './significant.ts';
import { symbolsOf } from './symbols.ts';
import type { BreakEven, BreakEvenResult } from '@crossover/model';
import type { Column } from './table.ts';
import type { Style } from './style.ts';
import type { Symbols } from './symbols.ts';

export const BREAK_EVEN_TITLE = 'From which size on it pays';

/** Rows for each kernel, lane and place of a run with several sizes. */
export function breakEvenColumns(
  results: readonly BreakEvenResult[],
  style: Pick<Style, 'unicode'>,
): readonly Column[] {
  const symbols = symbolsOf(style);
  const column = (
    title: string,
    align: Column['align'],
    text: (result: BreakEvenResult) => string,
  ): Column => ({ title, align, texts: results.map((result) => plainText(text(result), style)) });
  const several = new Set(results.map(({ kernel }) => kernel)).size > 1;
  return saying([
    column('lane', 'left', ({ kernel, lane }) => (several ? `${kernel}/${lane}` : lane)),
    column('mode', 'left', ({ place }) => place),
    column('warm', 'left', ({ warm }) => breakEvenWords(warm, symbols)),
    column('interval', 'left', ({ warm }) => intervalWords(warm, symbols)),
    column('that is', 'left', ({ warm }) => parameterWords(warm)),
    column('cold', 'left', ({ cold }) => breakEvenWords(cold, symbols)),
    column('interval', 'left', ({ cold }) => intervalWords(cold, symbols)),
  ]);
}

/** What the columns mean, and why some of them give no size. */
export function breakEvenSentences(results: readonly BreakEvenResult[]): readonly string[] {
  const reasons = results.flatMap(({ kernel, lane, place, warm, cold }) => {
    const name = `${kernel}/${lane}/${place}`;
    if (reasonOf(warm) === reasonOf(cold)) return [{ name, reason: reasonOf(warm) }];
    return [
      { name: `${name} warm`, reason: reasonOf(warm) },
      { name: `${name} cold`, reason: reasonOf(cold) },
    ];
  });
  const open = Map.groupBy(reasons, ({ reason }) => reason);
  return [
    'Sizes are told by how long TypeScript takes for them on a single thread, warm. From: it costs less than that from there on, and more at smaller sizes. Cold: with starting threads or processes and loading the kernel, for a program that does it once; compiling while it runs is in neither. About: too few blocks, or bent costs; the interval reaches from one measured size to the next. Extrapolated: beyond the largest size that was measured, where nobody looked.',
    ...[...open].flatMap(([reason, group]) =>
      reason === undefined ? [] : `No size, since ${reason}: ${group.map(({ name }) => name).join(', ')}.`,
    ),
  ];
}

function reasonOf(outcome: BreakEven): string | undefined {
  return 'reason' in outcome ? outcome.reason : undefined;
}

/** An outcome in a few words. */
export function breakEvenWords(outcome: BreakEven, symbols: Pick<Symbols, 'micro'>): string {
  switch (outcome.kind) {
    case 'pays-from':
      return `from ${sizeWords(outcome, symbols)}`;
    case 'pays-up-to':
      return `up to ${sizeWords(outcome, symbols)}`;
    case 'pays-beyond':
      return `from ${sizeWords(outcome, symbols)}, extrapolated`;
    case 'always':
      return 'at every size';
    case 'never':
      return 'at no size';
    case 'not-measured':
      return 'not measured';
    case 'inconclusive':
      return 'open';
  }
}

function sizeWords(
  { baseNs, from }: Extract<BreakEven, { baseNs: unknown }>,
  symbols: Pick<Symbols, 'micro'>,
): string {
  return `${from === 'bracket' ? 'about ' : ''}${formatDuration(baseNs.estimate, symbols)}`;
}

/** The interval around a size, as times; nothing where there is no size. */
export function intervalWords(outcome: BreakEven, symbols: Pick<Symbols, 'micro' | 'to'>): string {
  if (!('baseNs' in outcome)) return '';
  const { low, high } = outcome.baseNs;
  return `${formatDuration(low, symbols)} to ${formatDuration(high, symbols)}`;
}

/** A size as a parameter of the kernel; nothing where it is none. */
export function parameterWords(outcome: BreakEven): string {
  if (!('parameter' in outcome) || outcome.parameter === undefined) return '';
  const { name, value } = outcome.parameter;
  return `${name} ${significant(value)}`;
}
