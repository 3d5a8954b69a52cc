import { chart } from '../charts/chart.ts';
import { element } from '../element.ts';
import { laneColours, modeDashes } from '../charts/chart-style.ts';
import { legend } from '../legend.ts';
import { notMeasuredNote, section } from '../section.ts';
import { openCell } from '../open-cell.ts';
import { scalingPlot } from '../charts/scaling-plot.ts';
import { tableWithNotes } from '../data-table.ts';
import type { PageData, ScalingCurve } from '@crossover/report';
import type { Section } from '../section.ts';

/** What more workers give. */
export function scalingSection({ scaling }: PageData): Section {
  const head = { id: 'scaling', name: 'Workers', title: 'How it scales with workers' };
  if (scaling.kind === 'not-measured') return section(head, '', notMeasuredNote(scaling));
  return section(
    head,
    'Over one worker of the same mode, or one thread where that was not measured. On the dotted line every worker counts in full. Hollow: more workers than cores.',
    element(
      'div',
      { class: 'cards' },
      scaling.kernels.map(({ name, curves }) =>
        element(
          'article',
          { class: 'card' },
          element('h3', {}, name),
          curveLegend(curves),
          chart(
            `Speed-ups of ${name} by number of workers; the table below has the same`,
            (width) => scalingPlot(curves, width),
            openCell,
          ),
        ),
      ),
    ),
    tableWithNotes(scaling.table),
  );
}

function curveLegend(curves: readonly ScalingCurve[]): HTMLElement {
  const colour = laneColours(curves.map(({ lane }) => lane));
  const dash = modeDashes(curves.map(({ mode }) => mode));
  return legend(
    curves.map(({ lane, mode }) => ({ name: `${lane} · ${mode}`, colour: colour(lane), dash: dash(mode) })),
  );
}
