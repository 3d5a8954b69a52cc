import { expect, test } from 'vitest';
import { blockBytes, ControlBlock } from './control-block.ts';
import { atomicsParking } from './parking.ts';
import type { BlockShape } from './control-block.ts';

const PASSES = 3;
const SCHEDULE = {
  items: 9,
  workers: 2,
  chunking: 'fixed',
  chunkSize: 1,
  passes: PASSES,
  sweeps: 1,
} as const;
const FIRST = { start: 0, end: 1 };
const busy = { began: 1, ended: 15, compute: 5, marshal: 7, idle: 2, passes: [4, 8, 0] };

/** As many views as are asked for on a new block. */
function viewsOn(workers: number, passes: number = PASSES): () => ControlBlock {
  const shape: BlockShape = { workers, passes };
  const words = new Int32Array(new SharedArrayBuffer(blockBytes(shape)));
  return () => new ControlBlock(shape, words, { parking: atomicsParking, policy: 'park' });
}

test('no chunk is claimed twice, whoever asks', () => {
  const view = viewsOn(2);
  view().dispatch();
  const [one, other] = [view().sharing(0), view().sharing(1)];
  const claimed = [one, other, other, one].map((sharing, taken) => sharing.claim(SCHEDULE, taken));
  expect(claimed).toEqual([0, 1, 2, 3].map((start) => ({ start, end: start + 1 })));
});

test('a task is completed when each worker has finished it, and not before', () => {
  const block = viewsOn(2)();
  const { completed } = block;
  const generation = block.dispatch();
  expect([0, 1].map((worker) => block.finished(worker, generation))).toEqual([false, false]);
  block.finish(0, generation, false);
  expect(block.awaitCompletion(completed, 1)).toBe(false);
  block.tell(1, busy);
  block.finish(1, generation, true);
  expect(block.awaitCompletion(completed, 1)).toBe(true);
  expect([0, 1].map((worker) => block.finished(worker, generation))).toEqual([true, true]);
  expect(block.busyOf(1)).toEqual(busy);
  expect([0, 1].map((worker) => block.failed(worker))).toEqual([false, true]);
});

test('each task is completed anew', () => {
  const block = viewsOn(1)();
  const completions = Array.from({ length: 3 }, () => {
    const { completed } = block;
    const generation = block.dispatch();
    const before = block.awaitCompletion(completed, 1);
    block.finish(0, generation, false);
    return [before, block.awaitCompletion(completed, 1)];
  });
  expect(completions).toEqual(Array.from({ length: 3 }, () => [false, true]));
});

test('the last worker at the barrier opens it, and the chunks start anew', () => {
  const block = viewsOn(1)();
  block.dispatch();
  const sharing = block.sharing(0);
  expect(sharing.claim(SCHEDULE, 0)).toEqual(FIRST);
  expect(sharing.barrier()).toBe(true);
  expect(sharing.claim(SCHEDULE, 0)).toEqual(FIRST);
});

test('nobody claims or waits in an operation that was abandoned, and the next one starts afresh', () => {
  const block = viewsOn(2)();
  block.dispatch();
  const sharing = block.sharing(0);
  sharing.claim(SCHEDULE, 0);
  block.abandon();
  expect(sharing.claim(SCHEDULE, 1)).toBeUndefined();
  expect(sharing.barrier()).toBe(false);
  block.dispatch();
  expect(sharing.claim(SCHEDULE, 0)).toEqual(FIRST);
});

test('whether a task is lost is known until the next one', () => {
  const view = viewsOn(1);
  const [block, other] = [view(), view()];
  block.dispatch();
  expect(block.lost).toBe(false);
  other.abandon();
  expect(block.lost).toBe(true);
  block.dispatch();
  expect(block.lost).toBe(false);
  block.stop();
  block.dispatch();
  expect(block.lost).toBe(true);
});

test('stopping wakes the parent, and keeps workers from sleeping again', () => {
  const block = viewsOn(1)();
  const { completed } = block;
  const generation = block.dispatch();
  block.stop();
  expect(block.awaitCompletion(completed, Number.POSITIVE_INFINITY)).toBe(true);
  block.awaitDispatch(generation);
  expect(block.stopped).toBe(true);
  block.abandon();
  expect(block.stopped).toBe(true);
});

test('a worker learns of an operation that began while it was awake', () => {
  const block = viewsOn(1)();
  const generation = block.dispatch();
  expect(block.awaitDispatch(0)).toBe(generation);
});

test('each worker has room for what it spent on however many passes', () => {
  const [workers, passes] = [[0, 1, 2], 40];
  const view = viewsOn(workers.length, passes);
  const [block, other] = [view(), view()];
  const spent = workers.map((worker) => ({
    began: 1000 + worker,
    ended: 2000 + worker,
    compute: worker,
    marshal: 10 * worker,
    idle: 3,
    passes: Array.from({ length: passes }, (_, pass) => 100 * worker + pass),
  }));
  for (const worker of workers) other.tell(worker, spent[worker]!);
  expect(workers.map((worker) => block.busyOf(worker))).toEqual(spent);
  other.tell(1, busy);
  expect(block.busyOf(1).passes).toEqual([4, 8, ...Array.from({ length: passes - 2 }, () => 0)]);
  expect(block.busyOf(2)).toEqual(spent[2]);
});

test('a worker learns what it was woken for', () => {
  const view = viewsOn(2);
  const [block, other] = [view(), view()];
  const tasks = (['operation', 'nothing', 'message'] as const).map((task) => {
    block.dispatch(task);
    return other.task;
  });
  expect(tasks).toEqual(['operation', 'nothing', 'message']);
});

test('a block may lie anywhere in memory that its sides share', () => {
  const shape = { workers: 2, passes: PASSES };
  const memory = new SharedArrayBuffer(64 + blockBytes(shape));
  const waiting = { parking: atomicsParking, policy: 'park' } as const;
  const at = (offset: number) => new ControlBlock(shape, new Int32Array(memory, offset), waiting);
  at(64).dispatch();
  at(64).tell(1, busy);
  expect(at(64).busyOf(1)).toEqual(busy);
  expect(new Uint8Array(memory, 0, 64).every((byte) => byte === 0)).toBe(true);
});
