import { expect, test } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { laneOf } from '../../packages/lanes/dist/index.js';
import { panickingJob } from './jobs.ts';
import type { Executor } from '@crossover/model';

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
