import { caseVerdictWords, metricWords, shownRatio } from './claim-words.ts';
import { formatInterval, formatRatio } from '../ratio.ts';
import { plainText } from '../plain-text.ts';
import { symbolsOf } from '../symbols.ts';
import type { ClaimResult, JudgedCase, UnmeasuredCase } from '@crossover/model';
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

export function caseTable({ perKernel, relation }: ClaimResult, style: Pick<Style, 'unicode'>): CaseTable {
  const symbols = symbolsOf(style);
  const judged = perKernel.filter((one) => one.kind === 'cells');
  const workloads = new Set(judged.map(({ workload }) => workload)).size;
  const column = (title: string, align: Column['align'], text: (one: JudgedCase) => string): Column => ({
    title,
    align,
    texts: judged.map((one) => plainText(text(one), style)),
  });
  const facts = [
    column('subject', 'left', ({ subject }) => placeOf(subject)),
    column('base', 'left', ({ base }) => placeOf(base)),
    column('compared by', 'left', ({ metric }) => metricWords(metric)),
  ];
  const [shared, varying] = [facts.filter(isConstant), facts.filter((one) => !isConstant(one))];
  return {
    common: judged.length === 0 ? '' : shared.map(({ title, texts }) => `${title} ${texts[0]}`).join('; '),
    columns: [
      column('kernel', 'left', ({ kernel, workload }) => (workloads > 1 ? `${kernel}/${workload}` : kernel)),
      ...varying,
      column(relation === 'more' ? 'as much' : 'as fast', 'right', ({ ratio }) =>
        formatRatio(shownRatio(ratio, relation).estimate, symbols),
      ),
      column('interval', 'left', ({ ratio }) => formatInterval(shownRatio(ratio, relation), symbols)),
      column('verdict', 'left', caseVerdictWords),
    ],
    left: reasonsOf(perKernel.filter((one) => one.kind === 'not-measured')).map((text) =>
      plainText(text, style),
    ),
  };
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
