import { chart } from '../charts/chart.ts';
import { element } from '../element.ts';
import { laneColours, modeDashes } from '../charts/chart-style.ts';
import { legend } from '../legend.ts';
import { notMeasuredNote, section } from '../section.ts';
import { sizePlot } from '../charts/size-plot.ts';
import { tableWithNotes } from '../data-table.ts';
import type { PageData, SizeCurve } from '@crossover/report';
import type { Section } from '../section.ts';

/** From which size on each lever pays. */
export function sizesSection({ sizes }: PageData): Section {
  const head = { id: 'sizes', name: 'Sizes', title: 'From which size on it pays' };
  if (sizes.kind === 'not-measured') return section(head, '', notMeasuredNote(sizes));
  return section(
    head,
    'A lever pays where its curve is above ×1. Sizes are told by how long TypeScript takes for them on one thread.',
    sizes.kernels.map(({ kernel, curves }) =>
      element(
        'article',
        { class: 'card' },
        element('h3', {}, kernel),
        curveLegend(curves),
        element('div', { class: 'pair' }, [
          figure(kernel, 'warm', 'Warm: operations one after the other', curves),
          figure(kernel, 'cold', 'Cold: a program that starts, runs once and ends', curves),
        ]),
      ),
    ),
    tableWithNotes(sizes.table),
  );
}

function figure(
  kernel: string,
  warmth: 'warm' | 'cold',
  title: string,
  curves: readonly SizeCurve[],
): HTMLElement {
  return element(
    'figure',
    {},
    element('figcaption', {}, title),
    chart(`Speed-ups of ${kernel} by size, ${warmth}; the table below says where they cross ×1`, (width) =>
      sizePlot(curves, warmth, width),
    ),
  );
}

function curveLegend(curves: readonly SizeCurve[]): HTMLElement {
  const colour = laneColours(curves.map(({ lane }) => lane));
  const dash = modeDashes(curves.map(({ place }) => place));
  return legend(
    curves.map(({ lane, place }) => ({
      name: `${lane} · ${place}`,
      colour: colour(lane),
      dash: dash(place),
    })),
  );
}
