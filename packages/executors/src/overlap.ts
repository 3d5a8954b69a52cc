import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { enterPass, runChunk } from './pass-loop.ts';
import { claim, localCursor } from './claim.ts';
import { passOf } from './schedule.ts';
import { begin, idled } from './phase-clock.ts';
import type { BoundKernel } from '@crossover/model';
import type { Busy } from './phase-clock.ts';
import type { Schedule } from './schedule.ts';

/**
 * Executes one operation as asynchronous tasks of this thread: each takes a chunk, lets the event loop turn, and takes
 * the next one. After each pass all of them are awaited.
 * @throws whatever the kernel throws; no task is left in flight then.
 */
export async function overlap(bound: BoundKernel, schedule: Schedule, busy: Busy): Promise<void> {
  begin(busy);
  for (let sweep = 0; sweep < schedule.sweeps; sweep++) {
    const pass = passOf(schedule, sweep);
    if (schedule.items > 0) enterPass(bound, pass, busy);
    const cursor = localCursor();
    let going = true;
    const take = async (worker: number): Promise<void> => {
      for (let taken = 0; going; taken++) {
        const chunk = claim(schedule, cursor, { worker, taken });
        if (chunk === undefined) return;
        // What has passed meanwhile belongs to the event loop.
        idled(busy);
        try {
          runChunk(bound, pass, chunk, busy);
        } catch (error) {
          going = false;
          throw error;
        }
        await eventLoopTurn();
      }
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: schedule.workers }, (_, worker) => take(worker)),
    );
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}
