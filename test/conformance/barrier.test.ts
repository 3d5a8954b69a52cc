import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { blockBytes, ControlBlock } from '../../packages/executors/dist/control-block.js';
import { atomicsParking } from '../../packages/executors/dist/parking.js';
import { mixed } from './mixing.ts';
import type { WaitPolicy } from '@crossover/model';
import type { MixingData } from './mixing.ts';

const ENTRY = new URL('fixtures/mixing-worker.ts', import.meta.url);
const WORKERS = [0, 1, 2];
const ITEMS = 40;
const ROUNDS = 200;
const SCHEDULE = {
  items: ITEMS,
  workers: WORKERS.length,
  chunking: 'fixed',
  chunkSize: 1,
  passes: 2,
  sweeps: 2 * ROUNDS,
} as const;

/** Threads that mix numbers in many rounds; one of them throws in the given operation. */
async function mixers(policy: WaitPolicy, faultIn = 0) {
  const numbers = [0, 1].map(() => new Uint32Array(new SharedArrayBuffer(4 * ITEMS)));
  const shape = { workers: WORKERS.length, passes: SCHEDULE.passes };
  const words = new Int32Array(new SharedArrayBuffer(blockBytes(shape)));
  const waiting = { parking: atomicsParking, policy } as const;
  const block = new ControlBlock(shape, words, waiting);
  const threads = WORKERS.map((index) => {
    const workerData: MixingData = {
      index,
      shape,
      schedule: SCHEDULE,
      numbers,
      words,
      policy,
      faultIn: index === 1 ? faultIn : 0,
    };
    return new Worker(ENTRY, { workerData });
  });
  await Promise.all(threads.map((thread) => once(thread, 'message')));
  return {
    /** Runs an operation: the numbers that it ends with, and which workers failed. */
    operate: () => {
      numbers[0]!.fill(1);
      const { completed } = block;
      block.dispatch();
      block.awaitCompletion(completed, Number.POSITIVE_INFINITY);
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

// Not by spinning: where there are fewer cores than threads, a barrier then takes as long as the scheduler's patience.
const POLICIES = ['park', 'spin-then-park'] as const;

test.each(POLICIES)('no worker starts a pass before all have finished the one before: %s', async (policy) => {
  const { operate, close } = await mixers(policy);
  for (let operation = 0; operation < 3; operation++) {
    expect(operate()).toEqual({ answer: expectedNumbers(), failed: [] });
  }
  await close();
});

test('a kernel that throws between barriers leaves nobody waiting, and the next operation is right', async () => {
  const { operate, close } = await mixers('spin-then-park', 2);
  const right = { answer: expectedNumbers(), failed: [] };
  expect(operate()).toEqual(right);
  expect(operate()).toMatchObject({ failed: [1] });
  expect(operate()).toEqual(right);
  await close();
});
