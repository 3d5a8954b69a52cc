import { execaNode } from 'execa';
import { expect, test, vi } from 'vitest';
import { startHybrid } from '../../packages/executors/dist/modes/hybrid.js';
import { isAlive } from './alive.ts';
import { longJob, trappingJob, unbindableJob } from './jobs.ts';
import type { Job } from '@crossover/model';

const fixture = (name: string): URL => new URL(`fixtures/${name}.ts`, import.meta.url);

/** The job on two processes of two threads. */
async function twoByTwo(jobOf: (workers: number) => Promise<Job>): Promise<Job> {
  return { ...(await jobOf(4)), processes: 2 };
}

test('closing during an operation interrupts it, and leaves no process', async () => {
  const executor = await startHybrid(await twoByTwo(longJob));
  expect(executor.pids.map(isAlive)).toEqual([true, true]);
  const [operation] = await Promise.allSettled([executor.run(), executor.close()]);
  expect(operation).toMatchObject({ status: 'rejected', reason: { failure: { code: 'interrupted' } } });
  expect(executor.pids.map(isAlive)).toEqual([false, false]);
});

test('a child that is killed in the middle of an operation fails it, and takes the others along', async () => {
  const executor = await startHybrid(await twoByTwo(longJob));
  const operation = executor.run();
  process.kill(executor.pids[1]!, 'SIGKILL');
  const failure = { code: 'process-ended', where: 'process 2 of 2' };
  await expect(operation).rejects.toMatchObject({ failure });
  await executor.close();
  expect(executor.pids.map(isAlive)).toEqual([false, false]);
});

test('a thread that ends in the middle of an operation fails it, and those after', async () => {
  const executor = await startHybrid(await twoByTwo(longJob), fixture('hybrid-child-that-loses-a-thread'));
  const failure = {
    code: 'worker-ended',
    message: 'a worker thread ended with exit code 3',
    where: expect.stringMatching(/^process [12] of 2, worker 2 of 2$/),
  };
  await expect(executor.run()).rejects.toMatchObject({ failure });
  // Its successor is the same program, and ends as well.
  await expect(executor.run()).rejects.toMatchObject({ failure });
  await executor.close();
  expect(executor.pids.map(isAlive)).toEqual([false, false]);
});

test('a kernel that traps fails the operation and not the executor', async () => {
  const executor = await startHybrid(await twoByTwo(trappingJob));
  const failure = {
    code: 'kernel-threw',
    message: expect.stringMatching(/^mandelbrot in assemblyscript threw: .*memory/),
    where: expect.stringMatching(/^process [12] of 2, worker [12] of 2$/),
  };
  await expect(executor.run()).rejects.toMatchObject({ failure });
  await expect(executor.run()).rejects.toMatchObject({ failure });
  expect(executor.pids.map(isAlive)).toEqual([true, true]);
  await executor.close();
});

test('a lane that cannot be bound fails the start', async () => {
  const failure = { code: 'lane-unavailable' };
  await expect(startHybrid(await twoByTwo(unbindableJob))).rejects.toMatchObject({ failure });
});

test('when the parent is killed its busy children end within two seconds', async () => {
  const parent = execaNode(fixture('hybrid-parent-to-be-killed').pathname, { ipc: true, reject: false });
  const pids = (await parent.getOneMessage()) as readonly number[];
  expect(pids.map(isAlive)).toEqual([true, true]);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), { timeout: 2_000, interval: 20 });
  await parent;
});
