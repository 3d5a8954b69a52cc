import { formatDuration } from './duration.ts';
import { formatInterval, formatMargin, formatRatio } from './ratio.ts';
import { formatProbability } from './probability.ts';
import { plainText } from './plain-text.ts';
import { symbolsOf } from './symbols.ts';
import { verdictOf } from './verdict-words.ts';
import type { Change, Verdict } from '@crossover/model';
import type { ChangeView } from './change-view.ts';
import type { Column } from './table.ts';
import type { Paint, Style } from './style.ts';

/** Everything that a table of changes can show; narrow places leave columns out. */
export type ChangeColumns = Readonly<
  Record<
    | 'cell'
    | 'base'
    | 'head'
    | 'speedUp'
    | 'interval'
    | 'adjustedP'
    | 'ranksP'
    | 'significant'
    | 'relevant'
    | 'verdict',
    Column
  >
>;

/** The columns of a table with one row for each change. */
export function changeColumns(
  changes: readonly Change[],
  { nameOf, margin }: Pick<ChangeView, 'nameOf'> & { readonly margin: number },
  style: Pick<Style, 'unicode'>,
  paint: Paint,
): ChangeColumns {
  const symbols = symbolsOf(style);
  const column = (title: string, align: Column['align'], text: (change: Change) => string): Column => ({
    title,
    align,
    texts: changes.map(text),
  });
  return {
    cell: column('cell', 'left', (change) => plainText(nameOf(change), style)),
    base: column('base', 'right', ({ base }) => formatDuration(base.wallNs.estimate, symbols)),
    head: column('head', 'right', ({ head }) => formatDuration(head.wallNs.estimate, symbols)),
    speedUp: column('speed-up', 'right', ({ speedUp }) => formatRatio(speedUp.estimate, symbols)),
    interval: column('interval', 'left', ({ speedUp }) => formatInterval(speedUp, symbols)),
    adjustedP: column('adjusted p', 'right', ({ adjustedP }) => formatProbability(adjustedP)),
    ranksP: column('p of ranks', 'right', ({ ranksP }) => formatProbability(ranksP)),
    significant: column('significant', 'left', ({ significant }) => (significant ? 'yes' : 'no')),
    relevant: column(`beyond ${formatMargin(margin)}`, 'left', ({ relevant }) => (relevant ? 'yes' : 'no')),
    verdict: {
      ...column('verdict', 'left', verdictOf),
      paint: (text, row) => tintOf(changes[row]?.verdict, paint)(text),
    },
  };
}

/** Emphasis of what became of a cell. */
export function tintOf(verdict: Verdict | undefined, paint: Paint): (text: string) => string {
  switch (verdict) {
    case 'faster':
    case 'slightly-faster':
      return paint.good;
    case 'slower':
    case 'slightly-slower':
      return paint.bad;
    case 'same':
    case 'inconclusive':
    case 'withheld':
    case undefined:
      return String;
  }
}
