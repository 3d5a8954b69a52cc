import { chart } from '../charts/chart.ts';
import { laneColours } from '../charts/chart-style.ts';
import { legend } from '../legend.ts';
import { notMeasuredNote, section } from '../section.ts';
import { openCell } from '../open-cell.ts';
import { rooflinePlot } from '../charts/roofline-plot.ts';
import { tableWithNotes } from '../data-table.ts';
import type { PageData } from '@crossover/report';
import type { Section } from '../section.ts';

/** How near each lane comes to what the machine can do. */
export function rooflineSection({ roofline }: PageData): Section {
  const head = { id: 'roofline', name: 'Roofline', title: 'What the machine could do' };
  if (roofline.kind === 'not-measured') return section(head, '', notMeasuredNote(roofline));
  const { dots, table } = roofline;
  if (dots.length === 0) return section(head, '', tableWithNotes(table));
  const colour = laneColours(dots.map(({ lane }) => lane));
  const lanes = [...new Set(dots.map(({ lane }) => lane))];
  return section(
    head,
    'The roofs are what the machine could do: level ones what its arithmetic allows, slopes what memory and caches feed. Strong lines, which have names, are for all cores, faint ones for fewer; hollow dots have several workers.',
    legend(lanes.map((lane) => ({ name: lane, colour: colour(lane) }))),
    chart(
      'Operations per second of every counted cell over its operations per byte, under the roofs of the machine; the table below has lanes alone and the best cell of each kernel',
      (width) => rooflinePlot(roofline, width),
      openCell,
    ),
    tableWithNotes(table),
  );
}
