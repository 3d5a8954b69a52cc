import {
  breakEvenColumns,
  breakEvenSentences,
  breakEvenWords,
  BREAK_EVEN_TITLE,
} from '../break-even-table.ts';
import { finiteOrNull, pageEstimate, short } from './page-estimate.ts';
import { mayHeadline } from '@crossover/model';
import { pageTable } from './page-table.ts';
import { pageText } from './page-text.ts';
import { symbolsOf } from '../symbols.ts';
import type { BreakEven, BreakEvenResult } from '@crossover/model';
import type { PageEstimate } from './page-estimate.ts';
import type { PageTable } from './page-table.ts';

const STYLE = { unicode: true };

/** From which size on levers pay, kernel by kernel. */
export interface SizeCurves {
  readonly kernels: readonly { readonly kernel: string; readonly curves: readonly SizeCurve[] }[];
  readonly table: PageTable;
}

/** A lane and place over the sizes of a kernel. */
export interface SizeCurve {
  readonly lane: string;
  readonly place: string;
  /** Whether it may be an answer. */
  readonly isAnswer: boolean;
  readonly points: readonly SizeCurvePoint[];
  readonly warm: SizeCrossing;
  readonly cold: SizeCrossing;
}

/** Speed-ups at one size, by what the base takes for it. */
export interface SizeCurvePoint {
  readonly workload: string;
  readonly baseNs: number | null;
  readonly warm: PageEstimate | null;
  readonly cold: PageEstimate | null;
}

/** Where a curve crosses 1, in words, and as a size where there is one. */
export interface SizeCrossing {
  readonly words: string;
  readonly baseNs: number | null;
}

export function sizeCurves(results: readonly BreakEvenResult[]): SizeCurves {
  const kernels = [...Map.groupBy(results, ({ kernel }) => kernel)];
  return {
    kernels: kernels.map(([kernel, own]) => ({ kernel: pageText(kernel), curves: own.map(curveOf) })),
    table: pageTable(BREAK_EVEN_TITLE, breakEvenColumns(results, STYLE), breakEvenSentences(results)),
  };
}

function curveOf(result: BreakEvenResult): SizeCurve {
  const { lane, place, sizes, warm, cold } = result;
  return {
    lane: pageText(lane),
    place: pageText(place),
    isAnswer: mayHeadline(result),
    points: sizes.map((size) => ({
      workload: size.workload,
      baseNs: shortOrNull(size.baseNs),
      warm: pageEstimate(size.warm),
      cold: pageEstimate(size.cold),
    })),
    warm: crossingOf(warm),
    cold: crossingOf(cold),
  };
}

function crossingOf(outcome: BreakEven): SizeCrossing {
  return {
    words: breakEvenWords(outcome, symbolsOf(STYLE)),
    baseNs: 'baseNs' in outcome ? shortOrNull(outcome.baseNs.estimate) : null,
  };
}

function shortOrNull(value: number): number | null {
  const finite = finiteOrNull(value);
  return finite === null || finite <= 0 ? null : short(finite);
}
