import { answerText, kernelBlock } from './kernel-report.ts';
import { kernelViews } from './kernel-view.ts';
import { legendOf } from './legend.ts';
import { limitsOf } from './limits.ts';
import { machineOf, mixtureWarning } from './machine.ts';
import { nextCommands } from './next-commands.ts';
import { paintOf } from './style.ts';
import { overallColumns, overallLegend } from './overall-table.ts';
import { paragraph } from './paragraph.ts';
import { plainText } from './plain-text.ts';
import { renderNoise } from './noise-report.ts';
import { symbolsOf } from './symbols.ts';
import { table, tableWidth } from './table.ts';
import type { Origin } from './next-commands.ts';
import type { Result } from '@crossover/model';
import type { Style } from './style.ts';

/** A whole result: the answer first, then every kernel, then how far to trust it. */
export function renderTerminal(result: Result, style: Style, origin: Origin = {}): string {
  const blocks = kernelViews(result).map((view) => kernelBlock(view, result.fingerprint.cores, style));
  return [machine(result, style), answers(result, style), ...blocks, ...tail(result, style, origin)].join(
    '\n\n',
  );
}

/**
 * A whole result without the kernels' own blocks, for where these stand on the screen already. They were
 * printed when only their own noise was known, so intervals may differ here.
 */
export function renderSummary(result: Result, style: Style, origin: Origin = {}): string {
  const several = kernelViews(result).length > 1;
  const pooled =
    'With all kernels measured, the noise of all twins is known: intervals here may differ from those above.';
  return [
    machine(result, style),
    answers(result, style),
    ...(several ? [paintOf(style).aside(paragraph(pooled, style.width))] : []),
    ...tail(result, style, origin),
  ].join('\n\n');
}

function machine(result: Result, style: Style): string {
  const facts = machineOf(result).map((fact) => paragraph(plainText(fact, style), style.width));
  const paint = paintOf(style);
  const warning = mixtureWarning(result);
  const above =
    warning === undefined ? '' : `${paint.bad(paragraph(plainText(warning, style), style.width))}\n`;
  return `${above}${paint.aside(facts.join('\n'))}`;
}

function answers(result: Result, style: Style): string {
  const legend = paragraph(legendOf(result), style.width);
  const lines = kernelViews(result).map((view) => answerText(view, result.fingerprint.cores, style));
  const paint = paintOf(style);
  return [paint.heading('Is it the language or is it the cores?'), ...lines, paint.aside(legend)].join('\n');
}

function tail(result: Result, style: Style, origin: Origin): readonly string[] {
  const paint = paintOf(style);
  const limits = limitsOf(result).map((limit) => paragraph(limit, style.width));
  return [
    ...(result.overall === undefined || result.overall.length === 0 ? [] : [overallBlock(result, style)]),
    renderNoise(result, style),
    [paint.heading('What these numbers do not say'), ...limits].join('\n'),
    next(result, style, origin),
  ];
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
