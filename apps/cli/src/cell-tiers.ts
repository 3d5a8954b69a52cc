import { CrossoverError } from '@crossover/model';
import { LANES } from '@crossover/lanes';
import { MODES } from '@crossover/executors';
import { renderCompiledAhead, renderTiers } from '@crossover/report';
import { traceTiers } from '@crossover/measure';
import type { HostWork, TierSubject } from '@crossover/measure';
import type { Lane, Plan, PlannedCell, PlannedKernel, TierTrace } from '@crossover/model';

/** How a renderer is told where it prints. */
type Style = Parameters<typeof renderTiers>[1];

/**
 * Runs the lane of a planned cell once more, by itself in a process of its own, and says how V8 compiled it; of a lane
 * that V8 does not compile, which instructions it uses.
 * @throws CrossoverError `lane-unavailable` when there is no such lane here any more, and what made the run fail.
 */
export async function cellTiers(plan: Plan, id: string, style: Style, signal: AbortSignal): Promise<string> {
  const { planned, cell } = plannedCell(plan, id);
  const lane = await availableLane(cell);
  if (lane.source.endsWith('.rs')) return renderCompiledAhead(lane.id, await instructionsOf(lane), style);
  return renderTiers(await traceOf(subjectOf(planned, cell), signal), style);
}

function plannedCell(
  plan: Plan,
  id: string,
): { readonly planned: PlannedKernel; readonly cell: PlannedCell } {
  for (const planned of plan.kernels) {
    const cell = planned.cells.find((candidate) => candidate.id === id);
    if (cell !== undefined) return { planned, cell };
  }
  throw new CrossoverError({ code: 'usage', message: `the run does not hold the cell ${id}` });
}

async function availableLane({ kernel, lane: id }: PlannedCell): Promise<Lane> {
  const lane = LANES.find((candidate) => candidate.id === id);
  const problem =
    lane === undefined
      ? { reason: `there is no lane ${id} any more`, remedy: 'use the version of Crossover that measured it' }
      : await lane.unavailable(kernel);
  if (lane !== undefined && problem === undefined) return lane;
  throw new CrossoverError({
    code: 'lane-unavailable',
    message: `${id} cannot be run for its tiers: ${problem?.reason}`,
    ...(problem && { hint: problem.remedy }),
  });
}

async function instructionsOf({ instructions }: Lane): Promise<string | undefined> {
  const chosen = await instructions?.();
  return typeof chosen === 'string' ? chosen : undefined;
}

function subjectOf(planned: PlannedKernel, { lane, mode, workers }: PlannedCell): TierSubject {
  const { kernel, parameters, inputSeed, inputFile, digest } = planned;
  const work: HostWork = { kernel, parameters, inputSeed, ...(inputFile && { inputFile }), digest };
  const inCallingThread = MODES.find(({ id }) => id === mode)?.inCallingThread === true;
  return { work, lane, workers, readsHeld: inCallingThread };
}

async function traceOf(subject: TierSubject, signal: AbortSignal): Promise<TierTrace> {
  const [outcome] = await traceTiers([subject], { signal });
  if (outcome?.status === 'ok') return outcome.trace;
  throw new CrossoverError(outcome?.failure ?? { code: 'trial-ended', message: 'the process told nothing' });
}
