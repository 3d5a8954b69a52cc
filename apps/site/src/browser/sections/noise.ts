import { chart } from '../charts/chart.ts';
import { element } from '../element.ts';
import { foldedTable } from '../data-table.ts';
import { openCell } from '../open-cell.ts';
import { ratioDots } from '../charts/speed-up-plot.ts';
import { section } from '../section.ts';
import type { PageData } from '@crossover/report';
import type { Section } from '../section.ts';

/** How far the numbers can be trusted. */
export function noiseSection({ noise, limits }: PageData): Section {
  const { sentences, isWithheld, smallestVisible, twins } = noise;
  const dots = twins.map((twin) => ({ ...twin, verdict: '', tone: 'same' as const, isDecided: true }));
  const drawn = dots.filter(({ estimate }) => estimate !== null);
  return section(
    { id: 'noise', name: 'Noise', title: 'How far to trust it' },
    '',
    element('p', { class: isWithheld ? 'warning' : '' }, sentences.join(' ')),
    drawn.length === 0
      ? null
      : [
          element('h3', {}, 'The same cell, measured twice'),
          element(
            'p',
            { class: 'intro' },
            'Twins are one cell twice in every block. Without noise each would stand at ×1; the shaded band is the smallest difference that this run can see.',
          ),
          chart(
            'Ratios of twins with their intervals; the table below has the same',
            (width) => ratioDots(drawn, width, smallestVisible ?? undefined),
            openCell,
          ),
          foldedTable(
            {
              caption: 'Twins',
              columns: [
                { title: 'kernel', align: 'left', texts: twins.map(({ name }) => name) },
                {
                  title: 'cell',
                  align: 'left',
                  texts: twins.map(({ cell }) => cell),
                  cells: twins.map(({ cell }) => cell),
                },
                {
                  title: 'ratio',
                  align: 'right',
                  texts: twins.map(({ text }) => text),
                },
                { title: 'interval', align: 'left', texts: twins.map(({ interval }) => interval) },
              ],
              notes: [],
            },
            'The same as a table',
          ),
        ],
    element('h3', {}, 'What these numbers do not say'),
    element(
      'ul',
      {},
      limits.map((limit) => element('li', {}, limit)),
    ),
  );
}
