import { expect, test } from 'vitest';
import { startWorkerThreads } from '../../packages/executors/dist/modes/worker-threads.js';
import { longJob, trappingJob, unbindableJob } from './jobs.ts';

const fixture = (name: string): URL => new URL(`fixtures/${name}.ts`, import.meta.url);

test('closing twice is as good as once, and nothing runs afterwards', async () => {
  const executor = await startWorkerThreads(await longJob(2));
  await Promise.all([executor.close(), executor.close()]);
  await expect(executor.run()).rejects.toThrow('the executor is closed');
});

test('closing during an operation interrupts it', async () => {
  const executor = await startWorkerThreads(await longJob(2));
  const [operation] = await Promise.allSettled([executor.run(), executor.close()]);
  expect(operation).toMatchObject({ status: 'rejected', reason: { failure: { code: 'interrupted' } } });
});

test('a worker that ends in the middle of an operation fails it', async () => {
  const executor = await startWorkerThreads(await longJob(3), fixture('worker-that-exits'));
  const failure = {
    code: 'worker-ended',
    message: 'a worker thread ended with exit code 3',
    where: 'worker 3 of 3',
  };
  await expect(executor.run()).rejects.toMatchObject({ failure });
  // Its successor is the same program, and ends as well.
  await expect(executor.run()).rejects.toMatchObject({ failure });
  expect(executor.replaced()).toBe(1);
  await executor.close();
});

test('a worker that does not come up fails the start, and says why', async () => {
  const failure = { code: 'worker-ended', message: 'a worker thread ended by an error: out of cheese' };
  const starting = startWorkerThreads(await longJob(2), fixture('worker-that-throws'));
  await expect(starting).rejects.toMatchObject({ failure });
});

test('a kernel that traps fails the operation and not the executor', async () => {
  const executor = await startWorkerThreads(await trappingJob(2));
  const failure = {
    code: 'kernel-threw',
    message: expect.stringMatching(/^mandelbrot in assemblyscript threw: .*memory/),
    where: expect.stringMatching(/^worker [12] of 2$/),
  };
  await expect(executor.run()).rejects.toMatchObject({ failure });
  await expect(executor.run()).rejects.toMatchObject({ failure });
  await executor.close();
});

test('a lane that cannot be bound fails the start', async () => {
  const failure = { code: 'lane-unavailable' };
  await expect(startWorkerThreads(await unbindableJob(2))).rejects.toMatchObject({ failure });
});
