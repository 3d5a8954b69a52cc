import { kernelViews } from '../kernel-view.ts';
import { plainText } from '../plain-text.ts';
import type { KernelView } from '../kernel-view.ts';
import type { Result } from '@crossover/model';

/** A kernel with one workload, and what it is called on the page. */
export interface NamedView extends KernelView {
  /** `mandelbrot`; where a run has several workloads `mandelbrot/medium`. */
  readonly name: string;
}

export function namedViews(result: Result): readonly NamedView[] {
  const views = kernelViews(result);
  const several = new Set(views.map(({ kernel }) => kernel.workload)).size > 1;
  return views.map((view) => named(view, several));
}

function named(view: KernelView, several: boolean): NamedView {
  const { kernel, workload } = view.kernel;
  return { ...view, name: plainText(several ? `${kernel}/${workload}` : kernel, { unicode: true }) };
}
