import { kernelViews } from '../kernel-view.ts';
import { clipped } from './page-text.ts';
import type { KernelView } from '../kernel-view.ts';
import type { Result } from '@crossover/model';

/** A kernel with one workload, and what it is called on the page. */
export interface NamedView extends KernelView {
  /** `mandelbrot`; where a run has several workloads `mandelbrot/medium`. */
  readonly name: string;
}

export function namedViews(result: Result): readonly NamedView[] {
  const views = kernelViews(result);
  const several = severalWorkloads(views);
  return views.map((view, index) => named(view, several, index));
}

/** Whether names of kernels alone would not tell the views apart. */
export function severalWorkloads(views: readonly KernelView[]): boolean {
  return new Set(views.map(({ kernel }) => kernel.workload)).size > 1;
}

/** Names stand in addresses and tables; one that is cut has its position, so that no two are the same. */
const LONGEST_NAME = 60;

function named(view: KernelView, several: boolean, index: number): NamedView {
  const { kernel, workload } = view.kernel;
  const name = several ? `${kernel}/${workload}` : kernel;
  const short = clipped(name, LONGEST_NAME);
  return { ...view, name: name.length <= LONGEST_NAME ? short : `${short} (${index + 1})` };
}
