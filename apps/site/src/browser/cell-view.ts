import { chart } from './charts/chart.ts';
import { element } from './element.ts';
import { samplesPlot } from './charts/sample-plots.ts';
import { tableWithNotes } from './data-table.ts';
import { trialView } from './trial-view.ts';
import type { CellPage, PageTable, TrialPage } from '@crossover/report';

/** All about one cell: facts, times, and every trial with its warm-up, samples and what happened besides. */
export function cellView(cell: CellPage): readonly HTMLElement[] {
  const { title, workload, place, facts, notes, times, trials, table } = cell;
  return [
    element('p', { class: 'intro' }, [title, workload, place].join('; ')),
    element(
      'dl',
      { class: 'facts' },
      facts.flatMap(({ name, text, isBad }) => [
        element('dt', {}, name),
        element('dd', isBad ? { class: 'failure' } : {}, text),
      ]),
    ),
    ...notes.map((note) => element('p', { class: 'note' }, note)),
    ...(times.length === 0 ? [] : [element('div', { class: 'pair' }, times.map(timeTable))]),
    ...trialParts(cell, trials, table),
  ];
}

function timeTable({ title, rows }: CellPage['times'][number]): HTMLElement {
  return element(
    'table',
    { class: 'times' },
    element('caption', {}, title),
    element(
      'tbody',
      {},
      rows.map(({ name, time, percent, share, remark }) => {
        const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
        bar.style.width = `${(share * 100).toFixed(1)}%`;
        return element(
          'tr',
          {},
          element('th', { scope: 'row' }, name),
          element('td', { class: 'right' }, time),
          element('td', { class: 'right' }, percent),
          element('td', { class: 'bars' }, bar, remark ?? ''),
        );
      }),
    ),
  );
}

function trialParts(
  { id, furtherTrials }: CellPage,
  trials: readonly TrialPage[],
  table: PageTable,
): readonly HTMLElement[] {
  if (trials.length === 0) return [element('p', {}, 'No trial of it was recorded.')];
  const thin = trials
    .flatMap(({ warmUp, samples }) => [warmUp, samples])
    .filter(({ thinned }) => thinned !== undefined);
  const limits = [
    ...(thin.length === 0
      ? []
      : [
          `So many values do not fit here: of ${thin.length === 1 ? 'one series' : `${thin.length} series`} only some are shown, the first, the last, the lowest and the highest among them. The files of the run hold all.`,
        ]),
    ...(furtherTrials === 0
      ? []
      : [`${furtherTrials} more ${furtherTrials === 1 ? 'trial is' : 'trials are'} not shown.`]),
  ];
  return [
    element('h3', {}, 'Every sample, trial by trial'),
    ...limits.map((text) => element('p', { class: 'note' }, text)),
    chart(`Samples of ${id}, trial by trial; the tables below have their medians and ends`, (width) =>
      samplesPlot(trials, width),
    ),
    trialView(trials),
    ...tableWithNotes(trialTable(trials)),
    ...tableWithNotes(table),
  ];
}

function trialTable(trials: readonly TrialPage[]): PageTable {
  const column = (title: string, text: (trial: TrialPage) => string): PageTable['columns'][number] => ({
    title,
    align: 'left',
    texts: trials.map(text),
  });
  const columns = [
    column('trial', ({ name }) => name),
    column('samples', ({ samplesText }) => samplesText),
    column('warm-up', ({ warmUpText }) => warmUpText),
    column('remarks', ({ marks }) => marks.join('; ')),
  ];
  return {
    caption: 'Trials, in the order in which they were measured',
    columns: columns.filter(({ texts }) => texts.some((text) => text !== '')),
    notes: [],
  };
}
