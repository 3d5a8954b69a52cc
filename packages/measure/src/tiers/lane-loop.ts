import { CrossoverError, viewsOf } from '@crossover/model';
import { laneOf } from '@crossover/lanes';
import { holding } from '../workload-inputs.ts';
import type { BoundKernel } from '@crossover/model';
import type { LoadedWork } from '../workload-inputs.ts';
import type { TierSubject } from './tier-protocol.ts';

/** Chunks for each worker, where the lane does not want fewer: as the executors make them. */
const CHUNKS_PER_WORKER = 16;

/** A lane bound in this thread, without an executor around it. */
export interface LaneLoop {
  readonly bound: BoundKernel;
  /** Whether the lane reads what the program holds, and not the arena. */
  readonly onHeld: boolean;
  /** Executes the workload once. */
  readonly operate: () => void;
  /** @throws CrossoverError `wrong-digest` when the last operation gave a wrong answer. */
  readonly check: () => void;
}

/** @throws CrossoverError `lane-unavailable` when the lane cannot be bound. */
export async function laneLoop(subject: TierSubject, loaded: LoadedWork): Promise<LaneLoop> {
  const { kernel, parameters, layout, inputs } = loaded;
  const lane = laneOf(subject.lane);
  const arena = new ArrayBuffer(layout.byteLength);
  const views = viewsOf(layout, arena);
  for (const [name, input] of Object.entries(inputs)) views[name]!.set(input);
  const held = subject.readsHeld && lane.readsHeld ? holding(loaded) : {};
  const bound = await lane.bind({ kernel, parameters, layout, arena, ...held });
  const sweeps = kernel.passes.length * (kernel.rounds?.(parameters) ?? 1);
  const chunks = subject.workers * (lane.chunksPerWorker ?? CHUNKS_PER_WORKER);
  const chunkSize = Math.max(1, Math.ceil(layout.items / chunks));
  const operate = (): void => {
    for (let sweep = 0; sweep < sweeps; sweep++) {
      const pass = sweep % kernel.passes.length;
      bound.enter(pass);
      for (let start = 0; start < layout.items; start += chunkSize) {
        const end = Math.min(layout.items, start + chunkSize);
        bound.load(pass, start, end);
        bound.run(pass, start, end);
        bound.store(pass, start, end);
      }
    }
  };
  const check = (): void => {
    const actual = kernel.digest(views, parameters);
    const expected = subject.work.digest ?? actual;
    if (actual === expected) return;
    const digests = { expected, actual };
    throw new CrossoverError({ code: 'wrong-digest', message: 'the answer is wrong', digests });
  };
  return { bound, onHeld: 'held' in held, operate, check };
}
