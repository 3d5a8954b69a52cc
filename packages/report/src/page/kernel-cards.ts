import { answerLine } from '../answer-line.ts';
import { callColumns, CALLS_TITLE } from '../call-table.ts';
import { cellDots } from './matrix.ts';
import { footnotes } from '../footnotes.ts';
import { pageTable } from './page-table.ts';
import { phaseColumns, PHASES_TITLE } from '../phase-table.ts';
import { placementColumns, PLACEMENTS_TITLE } from '../placement-table.ts';
import { pageText } from './page-text.ts';
import { symbolsOf } from '../symbols.ts';
import { workloadOf } from '../kernel-report.ts';
import type { CellDot } from './matrix.ts';
import type { NamedView } from './named-view.ts';
import type { PageTable } from './page-table.ts';

const STYLE = { unicode: true };
const SYMBOLS = symbolsOf(STYLE);

/** One kernel with one workload: its answer, its cells, and what must be known of them. */
export interface KernelCard {
  readonly name: string;
  readonly title: string;
  readonly workload: string;
  /** What to do about it, and what that rests on. */
  readonly lead: string;
  readonly rest: string;
  readonly dots: readonly CellDot[];
  /** What calls, phases and placements take, where that says something. */
  readonly tables: readonly PageTable[];
  readonly failures: readonly string[];
  readonly remarks: readonly string[];
}

/** @param cores of the machine */
export function kernelCard(view: NamedView, cores: number): KernelCard {
  const { name, kernel, rows } = view;
  const { failures, unavailable, remarks } = footnotes(view, SYMBOLS);
  const { lead, rest } = answerLine(view, cores, SYMBOLS);
  const tables = [
    pageTable(PLACEMENTS_TITLE, placementColumns(rows, STYLE)),
    pageTable(CALLS_TITLE, callColumns(rows, STYLE)),
    pageTable(PHASES_TITLE, phaseColumns(rows, STYLE)),
  ];
  return {
    name,
    title: pageText(kernel.title),
    workload: pageText(workloadOf(kernel, STYLE)),
    lead: pageText(lead),
    rest: pageText(rest),
    dots: cellDots(view),
    tables: tables.filter(({ columns }) => columns.length > 0),
    failures: failures.map(pageText),
    remarks: [...unavailable, ...remarks].map(pageText),
  };
}
