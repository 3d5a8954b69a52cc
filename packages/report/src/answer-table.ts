import { BASE_LANE, BASE_MODE, isBounded, mayHeadline } from '@crossover/model';
import { bar, scaleOf } from './bar.ts';
import { formatInterval, formatRatio } from './ratio.ts';
import { paintOf } from './style.ts';
import { plainText } from './plain-text.ts';
import { saying, table, tableWidth } from './table.ts';
import { symbolsOf } from './symbols.ts';
import type { Column } from './table.ts';
import type { Comparison, Estimate, Lever, OverallEffect, Result, Verdict } from '@crossover/model';
import type { KernelView } from './kernel-view.ts';
import type { Style } from './style.ts';
import type { Symbols } from './symbols.ts';

/** Bars end here: one kernel with a factor of fifty must not make all others invisible. */
const MOST_DRAWN = 8;
const SHORTEST_BAR = 10;
const LONGEST_BAR = 36;
const BAR_GAP = 2;

/** The lever as what to do. */
export const DEEDS: Readonly<Record<Lever, string>> = {
  both: 'both',
  language: 'rewrite',
  cores: 'all cores',
  neither: 'neither helps',
  inconclusive: 'open',
};

/** The three columns of a row; absent where the cell has no time. */
interface AnswerRow {
  readonly name: string;
  readonly deed: string;
  readonly language: string;
  readonly cores: string;
  readonly together: string;
  /** Of what pulling both levers gives, or the better one where both were not measured. */
  readonly drawn: Estimate | undefined;
}

/** How many kernels each answer holds for, in a sentence. */
export function answerCounts(views: readonly KernelView[]): string {
  const count = (lever: Lever): number =>
    views.filter((view) => (view.lever?.lever ?? 'inconclusive') === lever).length;
  const parts = [
    ['both a rewrite and more cores in', count('both')],
    ['only a rewrite in', count('language')],
    ['only more cores in', count('cores')],
    ['neither in', count('neither')],
    ['open in', count('inconclusive')],
  ] as const;
  const told = parts.filter(([, number]) => number > 0).map(([what, number]) => `${what} ${number}`);
  return `What helps, of ${views.length} kernels: ${told.join(', ')}.`;
}

/** A table as far as the width allows, and what its columns mean. */
export interface AnswerTable {
  readonly text: string;
  readonly legend: string;
}

/** One line for each kernel: what to do, and what each lever gives; undefined where there is no room for that. */
export function answerTable(
  views: readonly KernelView[],
  { overall = [] }: Result,
  style: Style,
): AnswerTable | undefined {
  const symbols = symbolsOf(style);
  const paint = paintOf(style);
  const severalWorkloads = new Set(views.map(({ kernel }) => kernel.workload)).size > 1;
  const rows = views.map((view) => rowOf(view, severalWorkloads, symbols));
  const mean = severalWorkloads ? undefined : meanRow(overall, symbols);
  const full = mean === undefined ? rows : [...rows, mean];
  const isWide = tableWidth(answerColumns(full, style)) <= style.width;
  const all = isWide ? full : full.map((row) => shortRow(row));
  const columns = answerColumns(all, style);
  const room = Math.min(style.width - tableWidth(columns) - BAR_GAP, LONGEST_BAR);
  if (tableWidth(columns) > style.width) return undefined;
  const hasBars = room >= SHORTEST_BAR;
  return {
    text: table(hasBars ? [...columns, barsOf(all, room, symbols)] : columns, paint, symbols),
    legend: legendOf({ hasBars, hasMean: mean !== undefined, isWide, isOpen: rows.some(isOpen) }),
  };
}

function answerColumns(rows: readonly AnswerRow[], style: Style): readonly Column[] {
  const paint = paintOf(style);
  const column = (title: string, text: (row: AnswerRow) => string): Column => ({
    title,
    align: 'left',
    texts: rows.map((row) => plainText(text(row), style)),
  });
  const deed = column('do', (row) => row.deed);
  return saying([
    column('kernel', ({ name }) => name),
    { ...deed, paint: (text) => (text === DEEDS.inconclusive ? paint.aside(text) : paint.good(text)) },
    column('language', ({ language }) => language),
    column('cores', ({ cores }) => cores),
    column('together', ({ together }) => together),
  ]);
}

/** A row for a narrow place: without the name of the language, and without intervals of means. */
function shortRow({ language, cores, together, ...row }: AnswerRow): AnswerRow {
  const first = (text: string): string => (row.deed === '' ? (text.split(' ')[0] ?? '') : text);
  return { ...row, language: language.split(' ')[0] ?? '', cores: first(cores), together: first(together) };
}

function isOpen({ deed }: AnswerRow): boolean {
  return deed === DEEDS.inconclusive;
}

function barsOf(rows: readonly AnswerRow[], width: number, symbols: Symbols): Column {
  const end = Math.min(MOST_DRAWN, scaleOf(rows.flatMap(({ drawn }) => drawn ?? [])));
  const texts = rows.map(({ drawn }) => (drawn === undefined ? '' : bar(drawn, end, width, symbols)));
  return { title: '', align: 'left', texts };
}

/** What is in a table, and has to be explained. */
interface Shown {
  readonly hasBars: boolean;
  readonly hasMean: boolean;
  readonly isWide: boolean;
  readonly isOpen: boolean;
}

function legendOf({ hasBars, hasMean, isWide, isOpen: hasOpen }: Shown): string {
  return [
    'How many times as fast as TypeScript on a single thread: the best other language, TypeScript on all cores, both.',
    'In brackets: may be noise.',
    ...(hasOpen ? ['Open: the run does not decide it.'] : []),
    ...(hasBars ? ['Bars: the last of these, solid up to the lower end of its interval.'] : []),
    ...(hasMean ? [`All kernels: geometric mean${isWide ? ', 95 % interval over kernels' : ''}.`] : []),
  ].join(' ');
}

function rowOf(view: KernelView, severalWorkloads: boolean, symbols: Symbols): AnswerRow {
  const { kernel, lever } = view;
  const of = (id: string | undefined): Comparison | undefined =>
    view.rows.find(({ cell }) => cell.id === id)?.comparison;
  const [language, cores, together] = [of(lever?.language), of(lever?.cores), of(lever?.together)];
  const lane = view.rows.find(({ cell }) => cell.id === lever?.language)?.cell.lane;
  return {
    name: severalWorkloads ? `${kernel.kernel}/${kernel.workload}` : kernel.kernel,
    deed: DEEDS[lever?.lever ?? 'inconclusive'],
    language: language === undefined ? '' : `${ratio(language, symbols)} ${lane ?? ''}`,
    cores: kernel.items === 1 ? 'one item' : shown(cores, symbols),
    together: kernel.items === 1 ? '' : shown(together, symbols),
    drawn: [together, language, cores].find((one) => one !== undefined && isBounded(one.speedUp))?.speedUp,
  };
}

function shown(comparison: Comparison | undefined, symbols: Symbols): string {
  return comparison === undefined ? '' : ratio(comparison, symbols);
}

/** A speed-up, in brackets where no verdict stands behind it. */
function ratio({ speedUp, verdict }: Comparison, symbols: Symbols): string {
  const text = formatRatio(speedUp.estimate, symbols);
  return isDecided(verdict) ? text : `(${text})`;
}

/** Whether there is a verdict, so that the number is not shown in brackets. */
export function isDecided(verdict: Verdict): boolean {
  return verdict !== 'inconclusive' && verdict !== 'withheld';
}

/** Means over all kernels, of the best of each group of plain cells; absent where nothing was averaged. */
export interface OverallAnswer {
  readonly language?: AveragedEffect | undefined;
  readonly cores?: AveragedEffect | undefined;
  readonly together?: AveragedEffect | undefined;
}

type AveragedEffect = OverallEffect & { readonly speedUp: Estimate };

export function overallAnswer(overall: readonly OverallEffect[]): OverallAnswer {
  const averaged = overall.filter(
    (effect): effect is AveragedEffect => mayHeadline(effect) && effect.speedUp !== undefined,
  );
  const best = (belongs: (effect: OverallEffect) => boolean): AveragedEffect | undefined =>
    averaged.filter(belongs).toSorted((a, b) => b.speedUp.estimate - a.speedUp.estimate)[0];
  return {
    language: best(({ lane, mode }) => lane !== BASE_LANE && mode === BASE_MODE),
    cores: best(({ lane, mode }) => lane === BASE_LANE && mode !== BASE_MODE),
    together: best(({ lane, mode }) => lane !== BASE_LANE && mode !== BASE_MODE),
  };
}

/** The same as the last row of the table. */
function meanRow(overall: readonly OverallEffect[], symbols: Symbols): AnswerRow | undefined {
  const { language, cores, together } = overallAnswer(overall);
  if (language === undefined && cores === undefined) return undefined;
  const text = (effect: AveragedEffect | undefined): string =>
    effect === undefined
      ? ''
      : `${formatRatio(effect.speedUp.estimate, symbols)} ${formatInterval(effect.speedUp, symbols)}`;
  return {
    name: 'all kernels',
    deed: '',
    language: text(language),
    cores: text(cores),
    together: text(together),
    drawn: together?.speedUp ?? language?.speedUp,
  };
}
