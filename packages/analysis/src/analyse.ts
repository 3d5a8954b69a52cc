import { RESULT_SCHEMA } from '@crossover/model';
import { answerFor } from './answer.ts';
import { cellResult } from './cell-result.ts';
import { effortOf } from './effort.ts';
import { evidenceOf } from './evidence.ts';
import { floorsOf, withFloorShare } from './floors.ts';
import { measuresCalls } from './kernel-trials.ts';
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
export function analyse(run: MeasuredRun): Result {
  const { head, plan, records } = run;
  const { kernels, noise } = evidenceOf(run);
  const floors = floorsOf(records);
  const judged = kernels.map((kernel) => {
    const cells = kernel.cells.map((trials) =>
      withFloorShare(cellResult(trials, kernel.planned.passes), floors),
    );
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
    ...(floors && { floors }),
    ...(effort && { effort }),
  };
}

function kernelResult(planned: PlannedKernel): KernelResult {
  const { kernel, title, workload, parameters, items, inputBytes, digest, digestFrom } = planned;
  const input = inputBytes === undefined ? {} : { inputBytes };
  return { kernel, title, workload, parameters, items, ...input, digest, digestFrom };
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
