import { changeColumns, tintOf } from './change-columns.ts';
import { formatInterval, formatRatio } from './ratio.ts';
import { formatProbability } from './probability.ts';
import { NARROW, paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { plainText } from './plain-text.ts';
import { symbolsOf } from './symbols.ts';
import { table, tableWidth } from './table.ts';
import { verdictOf } from './verdict-words.ts';
import type { Change } from '@crossover/model';
import type { ChangeColumns } from './change-columns.ts';
import type { ChangeView } from './change-view.ts';
import type { Style } from './style.ts';

/** What a table gives up, in this order, until it fits. */
const EXPENDABLE: readonly (keyof ChangeColumns)[] = ['ranksP', 'relevant', 'base', 'head', 'adjustedP'];

/** What a table of changes knows of the comparison that they are part of. */
export interface ChangeContext extends Pick<ChangeView, 'nameOf'> {
  readonly margin: number;
  /** All changes that are shown, in this table and in others: these have the same columns. */
  readonly shown: readonly Change[];
}

/** Changes as a table as far as the width allows, else a few lines for each. */
export function changeTable(changes: readonly Change[], context: ChangeContext, style: Style): string {
  const paint = paintOf(style);
  const names = fittingColumns(context, style);
  if (names === undefined) return changeList(changes, context, style);
  const columns = changeColumns(changes, context, style, paint);
  return table(
    names.map((name) => columns[name]),
    paint,
    symbolsOf(style),
  );
}

/** Names of the columns that there is room for; undefined where even the least do not fit. */
function fittingColumns(context: ChangeContext, style: Style): readonly (keyof ChangeColumns)[] | undefined {
  const columns = changeColumns(context.shown, context, style, paintOf(style));
  const widthOf = (names: readonly (keyof ChangeColumns)[]): number =>
    tableWidth(names.map((name) => columns[name]));
  const all = Object.keys(columns) as (keyof ChangeColumns)[];
  const fitting = EXPENDABLE.reduce(
    (kept, name) => (widthOf(kept) <= style.width ? kept : kept.filter((candidate) => candidate !== name)),
    // What got slower or faster is significant, and the verdict says so.
    all.filter((name) => name !== 'significant'),
  );
  return style.width >= NARROW && widthOf(fitting) <= style.width ? fitting : undefined;
}

function changeList(changes: readonly Change[], { nameOf }: ChangeContext, style: Style): string {
  const symbols = symbolsOf(style);
  const lines = changes.map((change) => {
    const { speedUp, adjustedP, verdict } = change;
    const facts = [
      formatRatio(speedUp.estimate, symbols),
      formatInterval(speedUp, symbols),
      `adjusted p ${formatProbability(adjustedP)}`,
      tintOf(verdict, paintOf(style))(verdictOf(change)),
    ].filter((fact) => fact !== '');
    return `${plainText(nameOf(change), style)}\n${paragraph(facts.join(', '), style.width, '  ', '  ')}`;
  });
  return lines.join('\n');
}
