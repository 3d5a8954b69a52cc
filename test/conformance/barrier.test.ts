import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { ControlBlock } from '../../packages/executors/dist/control-block.js';
import { mixed } from './mixing.ts';
import type { MixingData } from './mixing.ts';

const ENTRY = new URL('fixtures/mixing-worker.ts', import.meta.url);
const WORKERS = [0, 1, 2];
const ITEMS = 40;
const ROUNDS = 200;
const SCHEDULE = { items: ITEMS, chunkSize: 1, chunks: ITEMS, passes: 2, sweeps: 2 * ROUNDS };

/** Threads that mix numbers in many rounds; one of them throws in the given operation. */
async function mixers(faultIn = 0) {
  const numbers = [0, 1].map(() => new Uint32Array(new SharedArrayBuffer(4 * ITEMS)));
  const block = new ControlBlock(WORKERS.length, SCHEDULE.passes);
  const threads = WORKERS.map((index) => {
    const workerData: MixingData = {
      index,
      workers: WORKERS.length,
      schedule: SCHEDULE,
      numbers,
      control: block.memory,
      faultIn: index === 1 ? faultIn : 0,
    };
    return new Worker(ENTRY, { workerData });
  });
  await Promise.all(threads.map((thread) => once(thread, 'message')));
  return {
    /** Runs an operation: the numbers that it ends with, and which workers failed. */
    operate: async () => {
      numbers[0]!.fill(1);
      const generation = block.dispatch();
      await Promise.all(WORKERS.map((worker) => block.finished(worker, generation)));
      return { answer: [...numbers[0]!], failed: WORKERS.filter((worker) => block.failed(worker)) };
    },
    close: async () => {
      block.stop();
      await Promise.all(threads.map((thread) => once(thread, 'exit')));
    },
  };
}

/** The same in one thread. */
function expectedNumbers(): readonly number[] {
  let numbers = new Uint32Array(ITEMS).fill(1);
  for (let sweep = 0; sweep < SCHEDULE.sweeps; sweep++) {
    numbers = Uint32Array.from(numbers, (_, item) => mixed(numbers, item));
  }
  return [...numbers];
}

test('no worker starts a pass before all have finished the one before', async () => {
  const { operate, close } = await mixers();
  for (let operation = 0; operation < 5; operation++) {
    expect(await operate()).toEqual({ answer: expectedNumbers(), failed: [] });
  }
  await close();
});

test('a kernel that throws between barriers leaves nobody waiting, and the next operation is right', async () => {
  const { operate, close } = await mixers(2);
  const right = { answer: expectedNumbers(), failed: [] };
  expect(await operate()).toEqual(right);
  expect(await operate()).toMatchObject({ failed: [1] });
  expect(await operate()).toEqual(right);
  await close();
});
