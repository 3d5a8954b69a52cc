import { pageEstimate } from './page-estimate.ts';
import { pageTable } from './page-table.ts';
import { pageText } from './page-text.ts';
import { scalingColumns, scalingSentences, SCALING_TITLE } from '../scaling-table.ts';
import type { PageEstimate } from './page-estimate.ts';
import type { PageTable } from './page-table.ts';
import type { ScalingResult } from '@crossover/model';

const STYLE = { unicode: true };

/** How modes scale, kernel by kernel. */
export interface ScalingCurves {
  readonly kernels: readonly { readonly name: string; readonly curves: readonly ScalingCurve[] }[];
  readonly table: PageTable;
}

/** A lane in one mode over its numbers of workers. */
export interface ScalingCurve {
  readonly lane: string;
  /** With the placement, if it is a tuned one. */
  readonly mode: string;
  readonly points: readonly ScalingCurvePoint[];
}

export interface ScalingCurvePoint {
  readonly cell: string;
  readonly workers: number;
  /** More workers than cores. */
  readonly isCrowded: boolean;
  /** Over the mode's own single worker, or over one thread where that was not measured. */
  readonly speedUp: PageEstimate | null;
}

export function scalingCurves(results: readonly ScalingResult[]): ScalingCurves {
  const kernels = [...Map.groupBy(results, ({ kernel, workload }) => `${kernel}/${workload}`)];
  return {
    kernels: kernels.map(([name, own]) => ({ name: pageText(name), curves: own.map(curveOf) })),
    table: pageTable(SCALING_TITLE, scalingColumns(results, STYLE), scalingSentences(results, STYLE)),
  };
}

function curveOf({ lane, mode, placement, points }: ScalingResult): ScalingCurve {
  return {
    lane: pageText(lane),
    mode: pageText(placement === undefined ? mode : `${mode}/${placement}`),
    points: points.map(({ cell, workers, oversubscribed, relative, absolute }) => ({
      cell,
      workers,
      isCrowded: oversubscribed === true,
      speedUp: pageEstimate(relative ?? absolute),
    })),
  };
}
