import { DEEDS, isDecided } from '../answer-table.ts';
import { intervalText, pageEstimate, ratioText } from './page-estimate.ts';
import { pageText } from './page-text.ts';
import { toneOf } from '../tone.ts';
import { verdictOf } from '../verdict-words.ts';
import type { Comparison, Lever, LeverResult } from '@crossover/model';
import type { NamedView } from './named-view.ts';
import type { PageEstimate } from './page-estimate.ts';
import type { Tone } from '../tone.ts';

/** A cell against the base, as it stands in a table or a drawing. */
export interface PageRatio {
  /** Id of the cell. */
  readonly cell: string;
  readonly text: string;
  readonly interval: string;
  readonly estimate: PageEstimate | null;
  readonly verdict: string;
  readonly tone: Tone;
  /** Whether there is a verdict; a number without one stands in brackets. */
  readonly isDecided: boolean;
}

/** What is worth doing about one kernel. */
export interface LeverRow {
  /** What the kernel is called on this page. */
  readonly name: string;
  readonly lever: Lever;
  readonly deed: string;
  /** The lane of the best rewrite. */
  readonly lane: string;
  readonly language: PageRatio | null;
  readonly cores: PageRatio | null;
  readonly together: PageRatio | null;
  readonly note: string;
}

export function leverRow(view: NamedView): LeverRow {
  const { kernel, lever } = view;
  const laneOf = (id: string | undefined): string =>
    view.rows.find(({ cell }) => cell.id === id)?.cell.lane ?? '';
  const of = (id: LeverResult['best']): PageRatio | null =>
    pageRatio(view.rows.find(({ cell }) => cell.id === id)?.comparison);
  return {
    name: view.name,
    lever: lever?.lever ?? 'inconclusive',
    deed: DEEDS[lever?.lever ?? 'inconclusive'],
    lane: pageText(laneOf(lever?.language)),
    language: of(lever?.language),
    cores: kernel.items === 1 ? null : of(lever?.cores),
    together: kernel.items === 1 ? null : of(lever?.together),
    note: pageText(lever?.note ?? ''),
  };
}

export function pageRatio(comparison: Comparison | undefined): PageRatio | null {
  if (comparison === undefined) return null;
  const { subject, speedUp, verdict } = comparison;
  return {
    cell: subject,
    text: ratioText(speedUp),
    interval: intervalText(speedUp),
    estimate: pageEstimate(speedUp),
    verdict: verdictOf(comparison),
    tone: toneOf(verdict),
    isDecided: isDecided(verdict),
  };
}
