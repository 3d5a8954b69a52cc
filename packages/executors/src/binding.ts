import { loadKernel } from '@crossover/kernels';
import { laneOf } from '@crossover/lanes';
import { CrossoverError, failureOf, viewsOf } from '@crossover/model';
import { scheduleOf } from './schedule.ts';
import { thrownOf } from './thrown.ts';
import type { BoundKernel, Job, KernelSpec, LaneMeans, Views } from '@crossover/model';
import type { Schedule } from './schedule.ts';

/** A job as it goes to a worker or child: the inputs reach it by way of the arena. */
export type Assignment = Omit<Job, 'inputs' | 'held'>;

/** A kernel that is ready to run in this thread. */
export interface Binding {
  readonly kernel: KernelSpec;
  readonly bound: BoundKernel;
  readonly schedule: Schedule;
}

export function assignmentOf({ inputs: _inputs, held: _held, ...assignment }: Job): Assignment {
  return assignment;
}

/** Copies the inputs to their places in an arena, and gives the views on all of its regions. */
export function fillArena({ layout, inputs }: Job, arena: ArrayBufferLike): Views {
  const views = viewsOf(layout, arena);
  for (const [name, input] of Object.entries(inputs)) {
    const place = views[name];
    if (place === undefined) throw new RangeError(`the layout has no place for the input ${name}`);
    place.set(input);
  }
  return views;
}

/**
 * Loads a kernel's lane in this thread and binds it to an arena, or to what the program holds.
 * @param means what the lane has made for all threads of this process
 * @throws CrossoverError `lane-unavailable` when that does not work.
 */
export async function bindKernel(
  assignment: Assignment & Pick<Job, 'held'>,
  arena: ArrayBufferLike,
  means?: LaneMeans,
): Promise<Binding> {
  const { kernelId, lane, parameters, layout, held } = assignment;
  try {
    const kernel = await loadKernel(kernelId);
    const { bind, chunksPerWorker } = laneOf(lane);
    const work = { kernel, parameters, layout, arena, ...(means && { means }), ...(held && { held }) };
    const bound = await bind(work);
    return { kernel, bound, schedule: scheduleOf(kernel, assignment, chunksPerWorker) };
  } catch (error) {
    const where = `${kernelId} in ${lane}`;
    throw new CrossoverError({ where, ...failureOf(error, 'lane-unavailable') }, error);
  }
}

/** The error of a bound kernel that threw. */
export function kernelError({ kernelId, lane }: Assignment, cause: unknown): CrossoverError {
  const thrown = thrownOf(cause);
  return new CrossoverError(
    { code: 'kernel-threw', message: `${kernelId} in ${lane} threw: ${thrown.message}`, thrown },
    cause,
  );
}
