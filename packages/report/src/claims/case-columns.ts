import { breakEvenWords, intervalWords, parameterWords } from '../break-even-table.ts';
import { caseVerdictWords, metricWords, shownRatio } from './claim-words.ts';
import { formatDuration } from '../duration.ts';
import { formatInterval, formatRatio } from '../ratio.ts';
import { plainText } from '../plain-text.ts';
import { saying } from '../table.ts';
import { symbolsOf } from '../symbols.ts';
import type { ClaimResult, JudgedCase, PlaceCase, SizeCase, UnmeasuredCase } from '@crossover/model';
import type { Column } from '../table.ts';
import type { Style } from '../style.ts';

/** The cases of a claim as a table, and what all of them have in common, which then needs no columns. */
export interface CaseTable {
  /** Subject, base and what they are compared by, as far as these are the same in all cases; in words. */
  readonly common: string;
  readonly columns: readonly Column[];
  /** Why other kernels say nothing: each reason with its kernels. */
  readonly left: readonly string[];
}

/** All cases of a claim are of one kind, but for kernels that say nothing. */
export function caseTable(claim: ClaimResult, style: Pick<Style, 'unicode'>): CaseTable {
  const { perKernel } = claim;
  const [sizes, places] = [
    perKernel.filter((one) => one.kind === 'sizes'),
    perKernel.filter((one) => one.kind === 'places'),
  ];
  const left = reasonsOf(perKernel.filter((one) => one.kind === 'not-measured')).map((text) =>
    plainText(text, style),
  );
  if (sizes.length > 0) return { ...sizeTable(sizes, style), left };
  if (places.length > 0) return { ...placeTable(places, claim, style), left };
  return { ...cellTable(claim, style), left };
}

type Facts = Pick<CaseTable, 'common' | 'columns'>;

function cellTable({ perKernel, relation }: ClaimResult, style: Pick<Style, 'unicode'>): Facts {
  const symbols = symbolsOf(style);
  const judged = perKernel.filter((one) => one.kind === 'cells');
  const workloads = new Set(judged.map(({ workload }) => workload)).size;
  const column = columnOf<JudgedCase>(judged, style);
  const facts = [
    column('subject', 'left', ({ subject }) => placeOf(subject)),
    column('base', 'left', ({ base }) => placeOf(base)),
    column('compared by', 'left', ({ metric }) => metricWords(metric)),
  ];
  const [shared, varying] = [facts.filter(isConstant), facts.filter((one) => !isConstant(one))];
  const sent = column('a MiB', 'right', ({ copyNsPerMib }) =>
    copyNsPerMib === undefined ? '' : formatDuration(copyNsPerMib, symbols),
  );
  return {
    common: judged.length === 0 ? '' : shared.map(({ title, texts }) => `${title} ${texts[0]}`).join('; '),
    columns: [
      column('kernel', 'left', ({ kernel, workload }) => (workloads > 1 ? `${kernel}/${workload}` : kernel)),
      ...varying,
      column(relation === 'more' ? 'as much' : 'as fast', 'right', ({ ratio }) =>
        formatRatio(shownRatio(ratio, relation).estimate, symbols),
      ),
      column('interval', 'left', ({ ratio }) => formatInterval(shownRatio(ratio, relation), symbols)),
      ...saying([sent]),
      column('verdict', 'left', caseVerdictWords),
    ],
  };
}

/** Floors: of no kernel, and compared by nothing else. */
function placeTable(
  cases: readonly PlaceCase[],
  { relation }: Pick<ClaimResult, 'relation'>,
  style: Pick<Style, 'unicode'>,
): Facts {
  const symbols = symbolsOf(style);
  const column = columnOf(cases, style);
  return {
    common: 'compared by the time until all workers have said that there is nothing to do',
    columns: [
      column('subject', 'left', ({ subject }) => subject),
      column('base', 'left', ({ base }) => base),
      column('as much', 'right', ({ ratio }) => formatRatio(shownRatio(ratio, relation).estimate, symbols)),
      column('interval', 'left', ({ ratio }) => formatInterval(shownRatio(ratio, relation), symbols)),
      column('verdict', 'left', caseVerdictWords),
    ],
  };
}

function sizeTable(cases: readonly SizeCase[], style: Pick<Style, 'unicode'>): Facts {
  const symbols = symbolsOf(style);
  const column = columnOf(cases, style);
  const [{ lane, place, cost }] = cases as readonly [SizeCase];
  const start = cost === 'cold' ? ', its start counted' : '';
  return {
    common: `${lane}/${place} against TypeScript on a single thread, by whose time sizes are told${start}`,
    columns: [
      column('kernel', 'left', ({ kernel }) => kernel),
      column('pays', 'left', ({ breakEven }) => breakEvenWords(breakEven, symbols)),
      ...saying([
        column('interval', 'left', ({ breakEven }) => intervalWords(breakEven, symbols)),
        column('that is', 'left', ({ breakEven }) => parameterWords(breakEven)),
        column('since', 'left', ({ breakEven }) => ('reason' in breakEven ? breakEven.reason : '')),
      ]),
    ],
  };
}

function columnOf<Case>(
  cases: readonly Case[],
  style: Pick<Style, 'unicode'>,
): (title: string, align: Column['align'], text: (one: Case) => string) => Column {
  return (title, align, text) => ({
    title,
    align,
    texts: cases.map((one) => plainText(text(one), style)),
  });
}

/** What stands for a cell where its kernel is known. */
function placeOf(cellId: string): string {
  return cellId.split('/').slice(2).join('/');
}

function isConstant({ texts }: Column): boolean {
  return new Set(texts).size <= 1;
}

function reasonsOf(cases: readonly UnmeasuredCase[]): readonly string[] {
  const groups = Map.groupBy(cases, ({ reason }) => reason);
  return [...groups].map(([reason, own]) => `${own.map(({ kernel }) => kernel).join(', ')}: ${reason}`);
}
