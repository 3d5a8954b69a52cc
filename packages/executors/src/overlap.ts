import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { enterPass, runChunk } from './pass-loop.ts';
import { chunkAt, passOf } from './schedule.ts';
import { begin, idled } from './phase-clock.ts';
import type { BoundKernel } from '@crossover/model';
import type { Busy } from './phase-clock.ts';
import type { Schedule } from './schedule.ts';

/**
 * Executes one operation as asynchronous tasks of this thread: each takes a chunk, lets the event loop turn, and takes
 * the next one. After each pass all of them are awaited.
 * @param tasks how many are in flight at a time
 * @throws whatever the kernel throws; no task is left in flight then.
 */
export async function overlap(
  bound: BoundKernel,
  schedule: Schedule,
  tasks: number,
  busy: Busy,
): Promise<void> {
  begin(busy);
  for (let sweep = 0; sweep < schedule.sweeps; sweep++) {
    const pass = passOf(schedule, sweep);
    if (schedule.chunks > 0) enterPass(bound, pass, busy);
    let next = 0;
    const take = async (): Promise<void> => {
      while (next < schedule.chunks) {
        // What has passed meanwhile belongs to the event loop.
        idled(busy);
        try {
          runChunk(bound, pass, chunkAt(schedule, next++), busy);
        } catch (error) {
          next = schedule.chunks;
          throw error;
        }
        await eventLoopTurn();
      }
    };
    const outcomes = await Promise.allSettled(Array.from({ length: tasks }, take));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}
