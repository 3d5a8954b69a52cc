import { loadKernel } from '@crossover/kernels';
import { laneOf } from '@crossover/lanes';
import { CrossoverError, nanoseconds } from '@crossover/model';
import { now } from './phase-clock.ts';
import type { Executor, Held, HeldSpec, Job, Mode } from '@crossover/model';

/**
 * The same mode for kernels whose program holds something else than the inputs. Each operation then begins by
 * writing it to the arena, in this thread, as the phase `encode`; all the rest of a mode knows the inputs only.
 * Nothing is written where the lane reads the held value as it is, in a mode that computes in this thread.
 */
export function encodingFirst(mode: Mode): Mode {
  return {
    ...mode,
    start: async (job) => {
      const { held, ...rest } = job;
      const { held: spec } = await loadKernel(job.kernelId);
      if (spec === undefined) return await mode.start(rest);
      if (held === undefined) throw nothingHeld(job);
      // Without contents, so that an operation in which nothing is encoded cannot be right.
      const empty: Job = { ...rest, inputs: {} };
      if (mode.inCallingThread && laneOf(job.lane).readsHeld) return await mode.start({ ...empty, held });
      return encoding(await mode.start(empty), spec, held);
    },
  };
}

function encoding(executor: Executor, spec: HeldSpec, held: Held): Executor {
  return {
    ...executor,
    run: async () => {
      const start = now();
      spec.encode(held, executor.views);
      const encode = nanoseconds(now() - start);
      return { ...(await executor.run()), encode };
    },
  };
}

function nothingHeld({ kernelId }: Job): CrossoverError {
  const message = `${kernelId} was started without what its program holds`;
  return new CrossoverError({ code: 'internal', message });
}
