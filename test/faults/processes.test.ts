import { execaNode } from 'execa';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startProcesses } from '../../packages/executors/dist/modes/processes.js';
import { isAlive } from './alive.ts';
import { longJob, trappingJob, unbindableJob } from './jobs.ts';

/** How children learn that their parent is gone: the second is for systems that give no signal. */
const BY = [
  { by: 'the system, where it can', env: {} },
  { by: 'a thread that watches', env: { CROSSOVER_PARENT_WATCH: 'thread' } },
];

const fixture = (name: string): URL => new URL(`fixtures/${name}.ts`, import.meta.url);

test('closing leaves no process', async () => {
  const executor = await startProcesses(await longJob(2));
  expect(executor.pids.map(isAlive)).toEqual([true, true]);
  await Promise.all([executor.close(), executor.close()]);
  expect(executor.pids.map(isAlive)).toEqual([false, false]);
  await expect(executor.run()).rejects.toThrow('the executor is closed');
});

test('closing during an operation interrupts it', async () => {
  const executor = await startProcesses(await longJob(2));
  const [operation] = await Promise.allSettled([executor.run(), executor.close()]);
  expect(operation).toMatchObject({ status: 'rejected', reason: { failure: { code: 'interrupted' } } });
  expect(executor.pids.map(isAlive)).toEqual([false, false]);
});

test('a child that is killed in the middle of an operation fails it, and takes the others along', async () => {
  const executor = await startProcesses(await longJob(3));
  const operation = executor.run();
  process.kill(executor.pids[1]!, 'SIGKILL');
  const failure = {
    code: 'process-ended',
    message: 'a child process was ended by SIGKILL',
    where: 'worker 2 of 3',
  };
  await expect(operation).rejects.toMatchObject({ failure });
  await executor.close();
  expect(executor.pids.map(isAlive)).toEqual([false, false, false]);
});

test('a child that is killed between two operations fails the next', async () => {
  const executor = await startProcesses(await longJob(1));
  process.kill(executor.pids[0]!, 'SIGKILL');
  await expect(executor.run()).rejects.toMatchObject({ failure: { code: 'process-ended' } });
  await executor.empty();
  expect([executor.replaced(), executor.pids.map(isAlive)]).toEqual([1, [true]]);
  await executor.close();
});

test('what a crashing child said is in the failure', async () => {
  const executor = await startProcesses(await longJob(2), fixture('child-that-crashes'));
  const message = 'a child process ended with exit code 1: Error: out of cheese';
  await expect(executor.run()).rejects.toMatchObject({ failure: { code: 'process-ended', message } });
  await executor.close();
  expect(executor.pids.map(isAlive)).toEqual([false, false]);
});

test('a child without code does not come up', async () => {
  const failure = { code: 'process-ended', message: expect.stringContaining('Cannot find module') };
  await expect(startProcesses(await longJob(2), fixture('no-such-file'))).rejects.toMatchObject({ failure });
});

test('a kernel that traps fails the operation and not the executor', async () => {
  const executor = await startProcesses(await trappingJob(2));
  const failure = {
    code: 'kernel-threw',
    message: expect.stringMatching(/^mandelbrot in assemblyscript threw: .*memory/),
    where: expect.stringMatching(/^worker [12] of 2$/),
  };
  await expect(executor.run()).rejects.toMatchObject({ failure });
  await expect(executor.run()).rejects.toMatchObject({ failure });
  expect(executor.pids.map(isAlive)).toEqual([true, true]);
  await executor.close();
});

test('a lane that cannot be bound in a child fails the start', async () => {
  const failure = { code: 'lane-unavailable', where: expect.stringMatching(/^worker [12] of 2/) };
  await expect(startProcesses(await unbindableJob(2))).rejects.toMatchObject({ failure });
});

test.each(BY)(
  'when the parent is killed its busy children end within two seconds: by $by',
  async ({ env }) => {
    const parent = execaNode(fixture('parent-to-be-killed').pathname, { ipc: true, reject: false, env });
    const pids = (await parent.getOneMessage()) as readonly number[];
    onTestFinished(() => {
      for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL');
    });
    expect(pids.map(isAlive)).toEqual([true, true]);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), {
      timeout: 2_000,
      interval: 20,
    });
    await parent;
  },
);
