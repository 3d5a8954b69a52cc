import { covariatesOf, covariateTitle, formatCovariate } from './covariate.ts';
import { formatDuration } from '../duration.ts';
import { formatPercent } from '../ratio.ts';
import { paintOf } from '../style.ts';
import { paragraph } from '../paragraph.ts';
import { plainText } from '../plain-text.ts';
import { symbolsOf } from '../symbols.ts';
import { table, tableWidth } from '../table.ts';
import type { Column } from '../table.ts';
import type { MeasuredTrialDetails } from '@crossover/model';
import type { Style } from '../style.ts';

/** What happened during each trial, beside its time: what may explain a strange one. */
export function trialTable(trials: readonly MeasuredTrialDetails[], style: Style): string {
  const symbols = symbolsOf(style);
  const paint = paintOf(style);
  const columns = trialColumns(trials, style);
  if (tableWidth(columns) <= style.width) return table(columns, paint, symbols);
  return trials
    .map((_, row) => {
      const facts = columns.map(({ title, texts }) => `${title} ${texts[row]}`);
      return paragraph(facts.join(', '), style.width, '  ');
    })
    .join('\n');
}

/** The same, not yet laid out. */
export function trialColumns(
  trials: readonly MeasuredTrialDetails[],
  style: Pick<Style, 'unicode' | 'colour'>,
): readonly Column[] {
  const symbols = symbolsOf(style);
  const paint = paintOf(style);
  const column = (title: string, texts: readonly string[]): Column => ({
    title: plainText(title, style),
    align: 'right',
    texts,
    paint: (text, row) => (trials[row]?.leftOut === undefined ? text : paint.aside(text)),
  });
  return [
    column(
      'block',
      trials.map(({ trial }) => `${trial.block}${trial.twin === 1 ? ' (twin)' : ''}`),
    ),
    column(
      'position',
      trials.map(({ trial }) => String(trial.position)),
    ),
    column(
      'time',
      trials.map(({ wallNs }) => (wallNs ? formatDuration(wallNs.median, symbols) : symbols.none)),
    ),
    column('CPU', trials.map(cpuShareText)),
    ...covariatesOf(trials.map(({ trial }) => trial)).map(({ name, values }) =>
      column(
        covariateTitle(name),
        values.map((value) => formatCovariate(name, value, symbols)),
      ),
    ),
  ];
}

/** Cores that the trial kept busy, as a share of one core. */
function cpuShareText({ trial: { cpuNs, samplesNs } }: MeasuredTrialDetails): string {
  const [cpu, wall] = [cpuNs, samplesNs].map((times) => times.reduce((sum, time) => sum + time, 0));
  return cpu === undefined || !wall || cpuNs.length === 0 ? '' : formatPercent(cpu / wall);
}
