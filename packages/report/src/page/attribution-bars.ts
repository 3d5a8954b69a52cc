import { pageEstimate, ratioText, intervalText } from './page-estimate.ts';
import type { Attribution, Estimate } from '@crossover/model';
import type { NamedView } from './named-view.ts';
import type { PageEstimate } from './page-estimate.ts';
import type { PageTable } from './page-table.ts';

/** Where the speed-up of a kernel comes from: language × cores × interaction = together. */
export interface AttributionBar {
  readonly name: string;
  /** The cell with both levers pulled. */
  readonly cell: string;
  readonly parts: readonly AttributionPart[];
}

/** A factor; the last one of a bar is their product. */
export interface AttributionPart {
  readonly part: 'language' | 'cores' | 'interaction' | 'together';
  readonly text: string;
  readonly interval: string;
  readonly estimate: PageEstimate | null;
}

/** Of each kernel the attribution that its answer quotes. */
export function attributionBars(views: readonly NamedView[]): readonly AttributionBar[] {
  return views.flatMap(({ name, attribution }) =>
    attribution === undefined ? [] : [{ name, cell: attribution.subject, parts: partsOf(attribution) }],
  );
}

function partsOf({ language, parallel, interaction, together }: Attribution): readonly AttributionPart[] {
  const part = (name: AttributionPart['part'], factor: Estimate): AttributionPart => ({
    part: name,
    text: ratioText(factor),
    interval: intervalText(factor),
    estimate: pageEstimate(factor),
  });
  return [
    part('language', language),
    part('cores', parallel),
    part('interaction', interaction),
    part('together', together),
  ];
}

/** The same as a table. */
export function attributionTable(bars: readonly AttributionBar[]): PageTable {
  const parts = ['language', 'cores', 'interaction', 'together'] as const;
  const partOf = ({ parts: all }: AttributionBar, name: AttributionPart['part']): AttributionPart =>
    all.find(({ part }) => part === name)!;
  return {
    caption: 'Where the speed-up of both levers together comes from',
    columns: [
      { title: 'kernel', align: 'left', texts: bars.map(({ name }) => name) },
      {
        title: 'both',
        align: 'left',
        texts: bars.map(({ cell }) => cell.split('/').slice(2).join('/')),
        cells: bars.map(({ cell }) => cell),
      },
      ...parts.flatMap((name) => [
        {
          title: name,
          align: 'right' as const,
          texts: bars.map((bar) => partOf(bar, name).text),
        },
        { title: 'interval', align: 'left' as const, texts: bars.map((bar) => partOf(bar, name).interval) },
      ]),
    ],
    notes: [
      'Language × cores × interaction = together. An interaction below ×1 means that the levers get in each other’s way: what is fast already leaves less to divide.',
    ],
  };
}
