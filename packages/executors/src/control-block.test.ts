import { expect, test } from 'vitest';
import { ControlBlock } from './control-block.ts';
import { notYetBusy } from './phase-clock.ts';

const PASSES = 3;
const busy = { compute: 5, marshal: 7, passes: [4, 8, 0] };

test('no chunk is claimed twice, whoever asks', () => {
  const block = new ControlBlock(2, PASSES);
  block.dispatch();
  const [one, other] = [block.sharing(), new ControlBlock(2, PASSES, block.memory).sharing()];
  expect([one.claim(), other.claim(), other.claim(), one.claim()]).toEqual([0, 1, 2, 3]);
});

test('an operation is finished when each worker has said so, and not before', async () => {
  const block = new ControlBlock(2, PASSES);
  const generation = block.dispatch();
  let second = false;
  const waiting = [0, 1].map((worker) => block.finished(worker, generation));
  const all = Promise.all([waiting[0], waiting[1]!.then(() => (second = true))]);
  block.finish(0, generation, notYetBusy(), false);
  await waiting[0];
  expect(second).toBe(false);
  block.finish(1, generation, busy, true);
  await all;
  expect(block.busyOf(1)).toEqual(busy);
  expect([0, 1].map((worker) => block.failed(worker))).toEqual([false, true]);
});

test('the last worker at the barrier opens it, and the chunks start anew', () => {
  const block = new ControlBlock(1, PASSES);
  block.dispatch();
  const sharing = block.sharing();
  expect(sharing.claim()).toBe(0);
  expect(sharing.barrier()).toBe(true);
  expect(sharing.claim()).toBe(0);
});

test('nobody claims or waits in an operation that was abandoned, and the next one starts afresh', () => {
  const block = new ControlBlock(2, PASSES);
  block.dispatch();
  const sharing = block.sharing();
  sharing.claim();
  block.abandon();
  expect(sharing.claim()).toBe(Number.POSITIVE_INFINITY);
  expect(sharing.barrier()).toBe(false);
  block.dispatch();
  expect(sharing.claim()).toBe(0);
});

test('stopping wakes the parent, and keeps workers from sleeping again', async () => {
  const block = new ControlBlock(1, PASSES);
  const generation = block.dispatch();
  const waiting = block.finished(0, generation);
  block.stop();
  await waiting;
  expect(block.awaitDispatch(generation)).toBe(generation);
  block.abandon();
  expect(block.stopped).toBe(true);
});

test('a worker learns of an operation that began while it was awake', () => {
  const block = new ControlBlock(1, PASSES);
  const generation = block.dispatch();
  expect(block.awaitDispatch(0)).toBe(generation);
});

test('each worker has room for what it spent on however many passes', async () => {
  const [workers, passes] = [[0, 1, 2], 40];
  const block = new ControlBlock(workers.length, passes);
  const spent = workers.map((worker) => ({
    compute: worker,
    marshal: 10 * worker,
    passes: Array.from({ length: passes }, (_, pass) => 100 * worker + pass),
  }));
  const generation = block.dispatch();
  const other = new ControlBlock(workers.length, passes, block.memory);
  for (const worker of workers) other.finish(worker, generation, spent[worker]!, false);
  expect(workers.map((worker) => block.busyOf(worker))).toEqual(spent);
  other.finish(1, block.dispatch(), notYetBusy(), false);
  expect(block.busyOf(1).passes).toEqual(Array.from({ length: passes }, () => 0));
  expect(block.busyOf(2)).toEqual(spent[2]);
});

test('a worker learns what it was woken for, and an operation does not touch what it told of its pauses', () => {
  const block = new ControlBlock(2, PASSES);
  const other = new ControlBlock(2, PASSES, block.memory);
  const tasks = (['operation', 'pauses', 'collection'] as const).map((task) => {
    block.dispatch(task);
    return other.task;
  });
  expect(tasks).toEqual(['operation', 'pauses', 'collection']);
  other.tellPauses(1, 1234.5);
  other.finish(1, block.dispatch(), busy, false);
  expect([0, 1].map((worker) => block.pausesOf(worker))).toEqual([0, 1234.5]);
  expect(block.busyOf(1)).toEqual(busy);
});
