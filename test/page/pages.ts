import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyCellDetails } from '../../packages/analysis/dist/index.js';
import { inventedPeaks } from '../../packages/analysis/fixtures/invented-peaks.ts';
import { judgedResult } from '../../apps/cli/dist/judged-result.js';
import { openRun } from '../../packages/store/dist/index.js';
import { pageData } from '../../packages/report/dist/index.js';
import { renderPage } from '../../apps/site/dist/index.js';
import { ROOT, temporaryFolder } from '../fixtures/crossover.ts';
import { syntheticRun } from '../../packages/analysis/fixtures/synthetic-run.ts';
import type { Plan, PlannedKernel, Result, RunHead, RunRecord } from '@crossover/model';
import type { SyntheticCell, SyntheticKernel } from '../../packages/analysis/fixtures/synthetic-run.ts';

/** What a run holds. */
export interface SomeRun {
  readonly head: RunHead;
  readonly plan: Plan;
  readonly records: readonly RunRecord[];
}

export const REFERENCE = join(ROOT, 'results/reference');

/** The result of the run in the repository. */
export function referenceResult(): Result {
  return judgedResult(openRun(REFERENCE));
}

/** The page of the run in the repository, as a file. */
export function referencePage(): string {
  return pageOf(openRun(REFERENCE));
}

/** The page of a run, as a file. @param change of its result before the page is made */
export function pageOf(run: SomeRun, change: (result: Result) => Result = (result) => result): string {
  const result = change(judgedResult(run));
  const file = join(temporaryFolder(), 'page.html');
  writeFileSync(file, renderPage(pageData(result, everyCellDetails(run, result))));
  return file;
}

/** A run in which every section of the page has something to show: three sizes, four numbers of workers, two languages. */
export function fullRun(): SomeRun {
  const sizes = ['smoke', 'small', 'medium'] as const;
  const kernels = sizes.flatMap((workload, index): readonly SyntheticKernel[] => {
    const work = 1e6 * 8 ** index;
    return [
      { kernel: 'mandelbrot', workload, parameters: { size: 100 * 8 ** index }, cells: cellsFor(work) },
    ];
  });
  const { head, plan, records } = syntheticRun(kernels, { blocks: 6 });
  return {
    head,
    plan: { ...plan, kernels: plan.kernels.map(counted) },
    records: [inventedPeaks(), ...records],
  };
}

/** With the operations that an operation asks for: a few for each item. */
function counted(planned: PlannedKernel, index: number): PlannedKernel {
  const workCount = {
    kind: 'counted',
    numbers: 'floating-point',
    arithmetic: 1e6 * 8 ** index,
    what: 'nine for each step',
    bytes: 1e5,
    arenaBytes: 1e5,
  } as const;
  return { ...planned, workCount };
}

/** Cores share all work but 2 %, and each worker costs something; the rewrite is twice as fast, and starts slowly. */
function cellsFor(work: number): readonly SyntheticCell[] {
  const lanes = [
    { lane: 'typescript', factor: 1, startNs: 0 },
    { lane: 'rust', factor: 2, startNs: 6e6 },
  ];
  return lanes.flatMap(({ lane, factor, startNs }) => {
    const timeOn = (workers: number): number => (work / factor) * (0.02 + 0.98 / workers) + 1e5 * workers;
    const threads = [1, 2, 3, 4].map((workers) => ({
      lane,
      placement: `worker-threads-${workers}`,
      timeNs: timeOn(workers),
      startNs: startNs + 2e7 * workers,
    }));
    return [{ lane, placement: 'single-thread', timeNs: work / factor, startNs }, threads].flat();
  });
}
