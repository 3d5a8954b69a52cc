import { claimsSummary } from './claims/claims-summary.ts';
import { answerText, kernelBlock } from './kernel-report.ts';
import { breakEvenLine } from './break-even-line.ts';
import { renderSections } from './further-sections.ts';
import { kernelViews } from './kernel-view.ts';
import { answerCounts, answerTable } from './answer-table.ts';
import { legendOf } from './legend.ts';
import { limitsOf } from './limits.ts';
import { machineOf, mixtureWarning } from './machine.ts';
import { nextCommands } from './next-commands.ts';
import { paintOf } from './style.ts';
import { overallColumns, overallLegend } from './overall-table.ts';
import { paragraph } from './paragraph.ts';
import { plainText } from './plain-text.ts';
import { noiseSentences, renderNoise } from './noise-report.ts';
import { renderFloors } from './floor-table.ts';
import { symbolsOf } from './symbols.ts';
import { table, tableWidth } from './table.ts';
import type { KernelView } from './kernel-view.ts';
import type { Origin } from './next-commands.ts';
import type { Result } from '@crossover/model';
import type { Style } from './style.ts';

/** A whole result: the answer first, then every kernel, then how far to trust it. */
export function renderTerminal(result: Result, style: Style, origin: Origin = {}): string {
  const views = kernelViews(result);
  const blocks = views.map((view) => kernelBlock(view, result.fingerprint.cores, style));
  return [
    ...warnings(result, style),
    answers(views, result, style),
    ...blocks,
    ...(result.overall === undefined || result.overall.length === 0 ? [] : [overallBlock(result, style)]),
    ...renderSections(result, style),
    ...(result.claims === undefined ? [] : [claimsSummary(result.claims, style)]),
    ...trust(result, style),
    machine(result, style),
    next(result, style, origin),
  ].join('\n\n');
}

/**
 * The first screen: what to do, how far to trust it, and where to read on. A single kernel is shown with its cells,
 * unless these stand on the screen already.
 * @param printed whether the kernels' own blocks have been printed, when only their own noise was known
 */
export function renderSummary(
  result: Result,
  style: Style,
  origin: Origin = {},
  printed: 'kernels-printed' | 'nothing-printed' = 'kernels-printed',
): string {
  const views = kernelViews(result);
  if (views.length === 1 && printed === 'nothing-printed') return renderTerminal(result, style, origin);
  return [
    ...warnings(result, style),
    answers(views, result, style),
    inShort(result, style),
    next(result, style, origin),
  ].join('\n\n');
}

/** Noise, machine and the limits that matter most, so that the first screen has room for them. */
function inShort(result: Result, style: Style): string {
  const { noise } = result;
  const paint = paintOf(style);
  const [cpu = '', ...facts] = machineOf(result);
  const said = (text: string): string => paragraph(plainText(text, style), style.width);
  const sizes = breakEvenLine(result, style);
  const trusted = said(noiseSentences(noise, symbolsOf(style)).join(' '));
  return [
    ...(sizes === undefined ? [] : [sizes]),
    noise.verdictsWithheld ? paint.bad(trusted) : trusted,
    said('Warm code, on this machine and these inputs only: another size may turn an answer around.'),
    paint.aside(said([cpu, ...facts.filter((fact) => /^(?:profile|merged)/.test(fact))].join('; '))),
  ].join('\n');
}

/** What must be known before anything is read. */
function warnings(result: Result, style: Style): readonly string[] {
  const warning = mixtureWarning(result);
  return warning === undefined ? [] : [paintOf(style).bad(paragraph(plainText(warning, style), style.width))];
}

function machine(result: Result, style: Style): string {
  const facts = machineOf(result).map((fact) => paragraph(plainText(fact, style), style.width));
  return paintOf(style).aside(facts.join('\n'));
}

function answers(views: readonly KernelView[], result: Result, style: Style): string {
  const paint = paintOf(style);
  const heading = paint.heading('Is it the language or is it the cores?');
  const said = (text: string): string => paragraph(plainText(text, style), style.width);
  const several = views.length > 1 ? answerTable(views, result, style) : undefined;
  if (several === undefined) {
    const lines = views.map((view) => answerText(view, result.fingerprint.cores, style));
    return [heading, ...lines, paint.aside(said(legendOf(result)))].join('\n');
  }
  return [heading, said(answerCounts(views)), '', several.text, paint.aside(said(several.legend))].join('\n');
}

/** How far the numbers can be trusted, and what they do not say. */
function trust(result: Result, style: Style): readonly string[] {
  const limits = limitsOf(result).map((limit) => paragraph(limit, style.width));
  return [
    renderNoise(result, style),
    ...floorBlock(result, style),
    [paintOf(style).heading('What these numbers do not say'), ...limits].join('\n'),
  ];
}

function floorBlock({ floors = [] }: Result, style: Style): readonly string[] {
  if (floors.length === 0) return [];
  return [`${paintOf(style).heading('Floors')}\n${renderFloors(floors, style)}`];
}

function overallBlock({ overall = [] }: Result, style: Style): string {
  const paint = paintOf(style);
  const columns = [...overallColumns(overall, symbolsOf(style))];
  while (tableWidth(columns) > style.width && columns.length > 3) columns.pop();
  return [
    paint.heading('Over all kernels'),
    table(columns, paint, symbolsOf(style)),
    paint.aside(paragraph(overallLegend(overall), style.width)),
  ].join('\n');
}

function next(result: Result, style: Style, origin: Origin): string {
  const paint = paintOf(style);
  const commands = nextCommands(result, origin);
  const longest = commands.reduce((most, { command }) => Math.max(most, command.length), 0);
  const lines = commands.map(({ command, purpose }) => {
    const wide = longest + purpose.length + 4 <= style.width;
    return wide
      ? `  ${command.padEnd(longest)}  ${paint.aside(purpose)}`
      : `  ${command}\n    ${paint.aside(purpose)}`;
  });
  return [paint.heading('Next'), ...lines].join('\n');
}
