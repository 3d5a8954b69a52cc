import { ATTRIBUTION_LEGEND, attributionPlot } from '../charts/attribution-plot.ts';
import { chart } from '../charts/chart.ts';
import { foldedTable } from '../data-table.ts';
import { legend } from '../legend.ts';
import { notMeasuredNote, section } from '../section.ts';
import { openCell } from '../open-cell.ts';
import type { PageData } from '@crossover/report';
import type { Section } from '../section.ts';

/** Where the speed-up of both levers together comes from. */
export function attributionSection({ attribution }: PageData): Section {
  const head = {
    id: 'attribution',
    name: 'Language × cores',
    title: 'How much is the language, how much the cores?',
  };
  if (attribution.kind === 'not-measured') return section(head, '', notMeasuredNote(attribution));
  const { bars, table } = attribution;
  return section(
    head,
    'The gain of both together, taken apart: language × cores × interaction = together. Each bar begins where the one before ended, and leads to its marked end. An interaction that goes back to the left means that the two get in each other’s way.',
    legend(ATTRIBUTION_LEGEND.map(([name, colour]) => ({ name, colour }))),
    chart(
      'Language, cores and interaction of each kernel as bars that follow each other, and what they make together; the table below has the same',
      (width) => attributionPlot(bars, width),
      openCell,
    ),
    foldedTable(table, 'The same as a table, with intervals'),
  );
}
