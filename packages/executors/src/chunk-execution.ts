import { viewsOf } from '@crossover/model';
import { bindKernel, kernelError } from './binding.ts';
import { collectGarbage } from './collection-clock.ts';
import { enterPass, runChunk } from './pass-loop.ts';
import { begin, notYetBusy } from './phase-clock.ts';
import { stayOnCore } from './pinning.ts';
import type { LaneMeans } from '@crossover/model';
import type { Assignment } from './binding.ts';
import type { ChunkExecutor } from './chunk-service.ts';

/** What it takes to execute chunks in this thread. */
interface Means extends Pick<ChunkExecutor, 'counters'> {
  readonly assignment: Assignment;
  /** What the lane has made for all threads of this process. */
  readonly means?: LaneMeans | undefined;
  /** Number of the worker whose core it stays on. */
  readonly core: number | undefined;
}

/**
 * Binds a kernel to an arena of this thread's own, to execute chunks there.
 * @throws CrossoverError `lane-unavailable` when that does not work.
 */
export async function executeChunks({ assignment, means, core, counters }: Means): Promise<ChunkExecutor> {
  if (core !== undefined) stayOnCore(core);
  const arena = new ArrayBuffer(assignment.layout.byteLength);
  const { bound, kernel } = await bindKernel(assignment, arena, means);
  return {
    kernel,
    views: viewsOf(assignment.layout, arena),
    execute: (request) => {
      const busy = notYetBusy();
      try {
        begin(busy);
        if (request.first) enterPass(bound, request.pass, busy);
        runChunk(bound, request.pass, request, busy);
      } catch (error) {
        throw kernelError(assignment, error);
      }
      return busy;
    },
    empty: () => {},
    counters,
    collectGarbage,
  };
}
