import { claimsMarkdownTable } from './claims/claims-markdown.ts';
import { CLAIMS_TITLE } from './claims/claims-summary.ts';
import { answerLine } from './answer-line.ts';
import { callColumns, CALLS_TITLE } from './call-table.ts';
import { cellColumns } from './cell-columns.ts';
import { floorColumns, floorSentences, FLOORS_TITLE } from './floor-table.ts';
import { footnotes } from './footnotes.ts';
import { headingOf, workloadOf } from './kernel-report.ts';
import { groupHeading, kernelViews, rowGroups } from './kernel-view.ts';
import { markdownSections } from './further-sections.ts';
import { legendOf } from './legend.ts';
import { limitsOf } from './limits.ts';
import { machineOf, mixtureWarning } from './machine.ts';
import { markdownGrid } from './markdown-grid.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { effortSentences, noiseSentences } from './noise-report.ts';
import { overallColumns, overallLegend } from './overall-table.ts';
import { paintOf } from './style.ts';
import { symbolsOf } from './symbols.ts';
import { placementColumns, PLACEMENTS_TITLE } from './placement-table.ts';
import { phaseColumns, PHASES_TITLE } from './phase-table.ts';
import { saying } from './table.ts';
import type { KernelView } from './kernel-view.ts';
import type { Result } from '@crossover/model';

const STYLE = { unicode: true, colour: false };
const SYMBOLS = symbolsOf(STYLE);

/** A whole result as a document: the same content as in the terminal. */
export function renderMarkdown(result: Result): string {
  const views = kernelViews(result);
  const { cores } = result.fingerprint;
  const warning = mixtureWarning(result);
  const sections = [
    '# Is it the language or is it the cores?',
    warning === undefined ? '' : `**${markdownText(warning)}**`,
    list(views.map((view) => answer(view, cores))),
    markdownText(legendOf(result)),
    '## How it was measured',
    list([
      `Command: ${markdownCode(result.command)}`,
      `Date: ${markdownText(result.createdAt)}`,
      ...machineOf(result).map(markdownText),
    ]),
    ...views.flatMap(kernelSections),
    ...(result.overall === undefined || result.overall.length === 0
      ? []
      : [
          '## Over all kernels',
          markdownGrid(overallColumns(result.overall, SYMBOLS)),
          markdownText(overallLegend(result.overall)),
        ]),
    ...markdownSections(result, STYLE),
    ...(result.claims === undefined ? [] : [`## ${CLAIMS_TITLE}`, claimsMarkdownTable(result.claims)]),
    '## Noise',
    [...noiseSentences(result.noise, SYMBOLS), ...effortSentences(result.effort)].map(markdownText).join(' '),
    ...floorSections(result),
    '## What these numbers do not say',
    list(limitsOf(result).map(markdownText)),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function floorSections({ floors = [] }: Result): readonly string[] {
  if (floors.length === 0) return [];
  const columns = floorColumns(floors, STYLE);
  return [
    '## Floors',
    ...(columns.length === 0 ? [] : [`${FLOORS_TITLE}:`, markdownGrid(columns)]),
    floorSentences(floors).map(markdownText).join(' '),
  ];
}

function kernelSections(view: KernelView): readonly string[] {
  const { kernel, rows } = view;
  const { failures, unavailable, remarks } = footnotes(view, SYMBOLS);
  const placements = placementColumns(rows, STYLE);
  const calls = callColumns(rows, STYLE);
  const phases = phaseColumns(rows, STYLE);
  return [
    `## ${markdownText(headingOf(kernel, STYLE))}`,
    markdownText(workloadOf(kernel, STYLE)),
    ...rowGroups(rows).flatMap((group) => [
      groupHeading(group.standing) ?? '',
      markdownGrid(saying(Object.values(cellColumns(group.rows, STYLE, paintOf(STYLE))))),
    ]),
    ...(placements.length === 0 ? [] : [`The ${PLACEMENTS_TITLE}:`, markdownGrid(placements)]),
    ...(calls.length === 0 ? [] : [`In ${CALLS_TITLE}:`, markdownGrid(calls)]),
    ...(phases.length === 0 ? [] : [`The ${PHASES_TITLE}:`, markdownGrid(phases)]),
    list([...failures, ...unavailable, ...remarks].map(markdownText)),
  ];
}

function answer(view: KernelView, cores: number): string {
  const { lead, rest } = answerLine(view, cores, SYMBOLS);
  const advice = `**${markdownText(`${view.kernel.kernel}: ${lead}`)}**`;
  return rest === '' ? advice : `${advice}; ${markdownText(rest)}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
