import { expect, test } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { longJob, trappingJob, unbindableJob } from './jobs.ts';

const { start } = modeOf('single-thread');

test('a kernel that traps fails the operation and not the executor', async () => {
  const executor = await start(await trappingJob(1));
  const failure = { code: 'kernel-threw', message: expect.stringMatching(/memory/) };
  await expect(executor.run()).rejects.toMatchObject({ failure });
  await expect(executor.run()).rejects.toMatchObject({ failure });
  await executor.close();
  await expect(executor.run()).rejects.toThrow('the executor is closed');
});

test('a lane that cannot be bound fails the start', async () => {
  await expect(start(await unbindableJob(1))).rejects.toMatchObject({
    failure: { code: 'lane-unavailable' },
  });
});

test('more than one worker is refused', async () => {
  await expect(start(await longJob(2))).rejects.toMatchObject({ failure: { code: 'usage' } });
});
