import { CrossoverError } from '@crossover/model';
import { answerLine } from './answer-line.ts';
import { callTable } from './call-table.ts';
import { cellTable } from './cell-table.ts';
import { footnotes } from './footnotes.ts';
import { kernelViews } from './kernel-view.ts';
import { paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { phaseTable } from './phase-table.ts';
import { placementTable } from './placement-table.ts';
import { plainText } from './plain-text.ts';
import { symbolsOf } from './symbols.ts';
import type { CellWorkload, KernelResult, Result } from '@crossover/model';
import type { KernelView } from './kernel-view.ts';
import type { Style } from './style.ts';

/**
 * One kernel: heading, cells, answer. Stands on the screen as soon as the kernel is measured, while others are still to
 * come.
 * @param workload the one to show; all that were measured when absent
 * @throws CrossoverError `usage` when the result has no such kernel.
 */
export function renderKernel(
  result: Result,
  kernelId: string,
  style: Style,
  workload?: CellWorkload,
): string {
  const views = kernelViews(result).filter(
    ({ kernel }) => kernel.kernel === kernelId && (workload === undefined || kernel.workload === workload),
  );
  if (views.length === 0) {
    throw new CrossoverError({ code: 'usage', message: `the result holds no kernel ${kernelId}` });
  }
  return views.map((view) => kernelBlock(view, result.fingerprint.cores, style)).join('\n\n');
}

/** One kernel with one workload. */
export function kernelBlock(view: KernelView, cores: number, style: Style): string {
  const paint = paintOf(style);
  const { failures, unavailable, remarks } = footnotes(view, symbolsOf(style));
  const { bullet } = symbolsOf(style);
  const note = (text: string): string => paragraph(`${bullet} ${plainText(text, style)}`, style.width, '  ');
  return [
    paint.heading(paragraph(headingOf(view.kernel, style), style.width)),
    paint.aside(paragraph(workloadOf(view.kernel, style), style.width)),
    cellTable(view.rows, style),
    ...[placementTable, callTable, phaseTable]
      .map((tableOf) => tableOf(view.rows, style))
      .filter((text) => text !== ''),
    ...failures.map((text) => paint.bad(note(text))),
    ...unavailable.map((text) => paint.aside(note(text))),
    ...remarks.map((text) => paint.aside(note(text))),
    answerText(view, cores, style),
  ].join('\n');
}

/** The answer for a kernel, its advice emphasised. */
export function answerText(view: KernelView, cores: number, style: Style): string {
  const { lead, rest } = answerLine(view, cores, symbolsOf(style));
  const start = plainText(`${view.kernel.kernel}: ${lead}`, style);
  const wrapped = paragraph(plainText(`${start}${rest && `; ${rest}`}`, style), style.width, '  ');
  // The advice keeps its words when lines are broken, so that it ends where as many letters have passed.
  const letters = start.replaceAll(' ', '').length;
  const end = [...wrapped.matchAll(/\S/g)][letters - 1]?.index ?? wrapped.length - 1;
  const [advice, evidence] = [wrapped.slice(0, end + 1), wrapped.slice(end + 1)];
  return `${advice.split('\n').map(paintOf(style).heading).join('\n')}${evidence}`;
}

/** Name and title. */
export function headingOf({ kernel, title }: KernelResult, style: Pick<Style, 'unicode'>): string {
  return plainText(`${kernel}: ${title}`, style);
}

/** The workload in words: its name, its parameters, and into how many items it divides. */
export function workloadOf(
  { workload, parameters, items, digestFrom }: KernelResult,
  style: Pick<Style, 'unicode'>,
): string {
  const values = Object.entries(parameters).map(([name, value]) => `${name} ${value}`);
  const divisible = items === 1 ? '1 item: cannot be divided' : `${items} items`;
  const source = digestFrom === 'base-cell' ? '; answers compared with each other' : '';
  return plainText(`workload ${workload}: ${[...values, divisible].join(', ')}${source}`, style);
}
