import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { fillArena } from '../../packages/executors/dist/binding.js';
import { ControlBlock } from '../../packages/executors/dist/control-block.js';
import {
  expectedShares,
  jobOf,
  segmentShares,
} from '../../packages/executors/src/fixtures/segment-shares.ts';
import type { SharesData } from './fixtures/shares-worker.ts';

const ENTRY = new URL('fixtures/shares-worker.ts', import.meta.url);
const WORKERS = 3;
const ROUNDS = 200;

/** Threads that run a kernel of two passes, many times over; with one that throws in the given operation. */
async function crew(faultIn = 0) {
  const job = jobOf(40, ROUNDS, WORKERS);
  const arena = new SharedArrayBuffer(job.layout.byteLength);
  const views = fillArena(job, arena);
  const block = new ControlBlock(WORKERS);
  const threads = Array.from({ length: WORKERS }, (_, index) => {
    const fault = index === 1 ? faultIn : 0;
    const workerData: SharesData = { index, job, arena, control: block.memory, faultIn: fault };
    return new Worker(ENTRY, { workerData });
  });
  await Promise.all(threads.map((thread) => once(thread, 'message')));
  const workers = threads.map((_, index) => index);
  return {
    expected: expectedShares(job),
    /** Runs an operation: its answer, and which workers failed. */
    operate: async () => {
      for (const name of Object.keys(segmentShares.outputs)) views[name]!.fill(-1);
      const generation = block.dispatch();
      await Promise.all(workers.map((worker) => block.finished(worker, generation)));
      return {
        answer: segmentShares.digest(views, job.parameters),
        failed: workers.filter((worker) => block.failed(worker)),
      };
    },
    close: async () => {
      block.stop();
      await Promise.all(threads.map((thread) => once(thread, 'exit')));
    },
  };
}

test('no worker starts a pass before all have finished the one before', async () => {
  const { expected, operate, close } = await crew();
  for (let operation = 0; operation < 5; operation++) {
    expect(await operate()).toEqual({ answer: expected, failed: [] });
  }
  await close();
});

test('a kernel that throws between two barriers leaves nobody waiting, and the next operation is right', async () => {
  const { expected, operate, close } = await crew(2);
  expect(await operate()).toEqual({ answer: expected, failed: [] });
  expect(await operate()).toMatchObject({ failed: [1] });
  expect(await operate()).toEqual({ answer: expected, failed: [] });
  await close();
});
