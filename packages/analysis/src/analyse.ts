import { RESULT_SCHEMA } from '@crossover/model';
import { answerFor } from './answer.ts';
import { cellResult } from './cell-result.ts';
import { effortOf } from './effort.ts';
import { groupTrials } from './kernel-trials.ts';
import { intervalLevel } from './interval-level.ts';
import { noiseOfRun } from './noise.ts';
import { overallEffects } from './overall.ts';
import type { ComparedCell } from './overall.ts';
import type { KernelAnswer } from './answer.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { KernelResult, OverallEffect, PlannedKernel, Result } from '@crossover/model';

/**
 * From trials to the answer. A pure function: the same run gives the same result, on every machine.
 * It also takes a run that is not finished: what was not measured yet says so.
 */
export function analyse({ head, plan, records }: MeasuredRun): Result {
  const kernels = groupTrials(plan.kernels, records);
  const noise = noiseOfRun(head, kernels, intervalLevel(plan.settings));
  const judged = kernels.map((kernel) => {
    const cells = kernel.cells.map((trials) => cellResult(trials, kernel.planned.passes));
    return { kernel, cells, answer: answerFor(kernel, cells, noise) };
  });
  const effort = effortOf(records);
  const { commit, sources, command, createdAt, fingerprint, mergedFrom, mixed } = head;
  return {
    schema: RESULT_SCHEMA,
    fingerprint,
    ...(commit && { commit }),
    ...(sources !== undefined && { sources }),
    command,
    createdAt,
    ...(mergedFrom && { mergedFrom }),
    ...(mixed && { mixed }),
    settings: plan.settings,
    kernels: plan.kernels.map(kernelResult),
    cells: judged.flatMap(({ cells }) => cells),
    comparisons: judged.flatMap(({ answer }) => answer.comparisons),
    families: judged.map(({ answer }) => answer.family),
    attribution: judged.flatMap(({ answer }) =>
      answer.attributions.map((attribution) => ({ ...attribution, lever: answer.lever.lever })),
    ),
    levers: judged.map(({ answer }) => answer.lever),
    ...(kernels.length > 1 && { overall: overall(judged) }),
    noise,
    ...(effort && { effort }),
  };
}

function kernelResult(planned: PlannedKernel): KernelResult {
  const { kernel, title, workload, parameters, items, digest, digestFrom } = planned;
  return { kernel, title, workload, parameters, items, digest, digestFrom };
}

function overall(
  judged: readonly { readonly kernel: KernelTrials; readonly answer: KernelAnswer }[],
): readonly OverallEffect[] {
  const work = judged.filter(({ kernel }) => !measuresCalls(kernel.planned));
  const compared = work.flatMap(({ kernel, answer }): readonly ComparedCell[] => {
    const againstBase = answer.comparisons.filter(({ base }) => base === kernel.base?.cell.id);
    return againstBase.flatMap((comparison) => {
      const trials = kernel.cells.find(({ cell }) => cell.id === comparison.subject);
      return trials === undefined ? [] : { cell: trials.cell, comparison };
    });
  });
  return overallEffects(compared);
}

/** Whether a kernel is about nothing but the price of a call, which nobody rewrites a program for. */
function measuresCalls({ passes = [] }: PlannedKernel): boolean {
  return passes.length > 0 && passes.every(({ calls }) => calls !== undefined);
}
