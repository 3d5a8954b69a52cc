import { describe, expect, test } from 'vitest';
import { loadAddon } from '../../packages/addon/dist/index.js';
import { modeOf } from '../../packages/executors/dist/index.js';
import { laneOf } from '../../packages/lanes/dist/index.js';
import { panickingJob } from './jobs.ts';
import type { Executor } from '@crossover/model';
import type { ItemPass } from '../../packages/addon/dist/index.js';

const unavailable = await laneOf('rust').unavailable('sha256');
// Without cargo there is nothing that could panic; then the start says so.
const code = unavailable === undefined ? 'kernel-threw' : 'lane-unavailable';

test.each([
  { mode: 'single-thread', workers: 1 },
  { mode: 'worker-threads', workers: 2 },
])('a panic in Rust fails the operation in $mode and ends nothing else', async ({ mode, workers }) => {
  let executor: Executor | undefined;
  const operate = async (): Promise<unknown> => {
    executor ??= await modeOf(mode).start(await panickingJob(workers));
    return executor.run();
  };
  await expect(operate()).rejects.toMatchObject({ failure: { code } });
  await expect(operate()).rejects.toMatchObject({ failure: { code } });
  await executor?.close();
});

const sum = (): ItemPass => loadAddon().itemPass('calls', 'native.rs', 'sumArray');

describe.skipIf(unavailable !== undefined)('a Rust function that JavaScript calls (needs cargo)', () => {
  test('gets the array that it is given', () => {
    expect(sum()(Float64Array.of(1, 2, 4))).toBe(7);
  });

  test('throws what it panics about, and can be called again', () => {
    expect(() => sum()(new Float64Array(0))).toThrow('panic in Rust');
    expect(sum()(Float64Array.of(1, 2))).toBe(3);
  });

  const eight = new ArrayBuffer(64);
  test.each([
    { what: 'a number', value: 1 },
    { what: 'a view that is no typed array', value: new DataView(eight) },
    { what: 'half an element', value: new Uint8Array(eight, 0, 12) },
    { what: 'elements that are not aligned', value: new Uint8Array(eight, 4, 16) },
  ])('refuses $what instead of an array', ({ value }) => {
    expect(() => sum()(value)).toThrow('argument 1 is not an array of such elements');
  });

  test('refuses what is no number, and nothing at all', () => {
    const add = loadAddon().itemPass('calls', 'native.rs', 'addNumbers');
    expect(() => add(1, eight as unknown as number)).toThrow('argument 2 is not a number');
    expect(() => add()).toThrow('argument 1 is not a number');
  });

  test('is refused by a name that there is not', () => {
    expect(() => loadAddon().itemPass('calls', 'native.rs', 'nosuch')).toThrow('calls/native.rs/nosuch');
  });
});
