import { readdirSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { execaNode } from 'execa';
import { describe, expect, test, vi } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { startProcesses } from '../../packages/executors/dist/modes/processes.js';
import { prepare } from '../conformance/workload.ts';
import { isAlive } from './alive.ts';
import { longJob, trappingJob, unbindableJob } from './jobs.ts';
import type { Job } from '@crossover/model';

const shared = modeOf('processes').placements.find(({ id }) => id === 'shared')!;
const unavailable = await shared.unavailable('typescript', 'mandelbrot');
const fixture = (name: string): string => new URL(`fixtures/${name}.ts`, import.meta.url).pathname;

/** Files of mappings that are listed in a folder, and nameless ones that this process has open. */
function filesLeft(): readonly string[] {
  const listed = ['/dev/shm', tmpdir()]
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => name.startsWith(`crossover-${process.pid}-`));
  const open = readdirSync('/proc/self/fd').map((file) => {
    try {
      return readlinkSync(`/proc/self/fd/${file}`);
    } catch {
      return '';
    }
  });
  return [...listed, ...open.filter((target) => /\/(#\d+|crossover-[\d-]+) \(deleted\)$/.test(target))];
}

async function start(job: Promise<Job>) {
  return await startProcesses({ ...(await job), placement: 'shared' });
}

test('where memory cannot be shared, or not so much of it, nothing is started in its place', async () => {
  const job = await longJob(2);
  // More than any machine has.
  const immense = start(Promise.resolve({ ...job, layout: { ...job.layout, byteLength: 2 ** 60 } }));
  await expect(immense).rejects.toMatchObject({
    failure: { code: 'mode-unavailable', message: expect.any(String) },
  });
});

describe.runIf(unavailable === undefined)('processes that share their arena (needs cargo, and Linux)', () => {
  test('closing leaves neither a process nor a file', async () => {
    const executor = await start(longJob(2));
    expect(executor.pids.map(isAlive)).toEqual([true, true]);
    expect(filesLeft()).toHaveLength(1);
    await Promise.all([executor.close(), executor.close()]);
    expect(executor.pids.map(isAlive)).toEqual([false, false]);
    expect(filesLeft()).toEqual([]);
    await expect(executor.run()).rejects.toThrow('the executor is closed');
  });

  test('closing during an operation interrupts it', async () => {
    const executor = await start(longJob(2));
    const [operation] = await Promise.allSettled([executor.run(), executor.close()]);
    expect(operation).toMatchObject({ status: 'rejected', reason: { failure: { code: 'interrupted' } } });
    expect(executor.pids.map(isAlive)).toEqual([false, false]);
  });

  test('a child that is killed in the middle of an operation fails it, and takes the others along', async () => {
    const executor = await start(longJob(3));
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
    const executor = await start(longJob(2));
    process.kill(executor.pids[0]!, 'SIGKILL');
    await expect(executor.run()).rejects.toMatchObject({ failure: { code: 'process-ended' } });
    await executor.close();
    expect(executor.pids.map(isAlive)).toEqual([false, false]);
  });

  test('a kernel that traps fails the operation and not the executor', async () => {
    const executor = await start(trappingJob(2));
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

  test('a lane that cannot be bound in a child fails the start, and leaves no file', async () => {
    const failure = { code: 'lane-unavailable', where: expect.stringMatching(/^worker [12] of 2/) };
    await expect(start(unbindableJob(2))).rejects.toMatchObject({ failure });
    expect(filesLeft()).toEqual([]);
  });

  test('a child that crashes before it has the arena fails the start, and leaves no file', async () => {
    const job = { ...(await longJob(2)), placement: 'shared' };
    const nowhere = new URL('fixtures/no-such-file.ts', import.meta.url);
    await expect(startProcesses(job, nowhere)).rejects.toMatchObject({ failure: { code: 'process-ended' } });
    expect(filesLeft()).toEqual([]);
  });

  test.each(['busy', 'idle'])(
    'when the parent is killed its %s children end within two seconds',
    async (state) => {
      const parent = execaNode(fixture('shared-parent-to-be-killed'), [state], { ipc: true, reject: false });
      const pids = (await parent.getOneMessage()) as readonly number[];
      expect(pids.map(isAlive)).toEqual([true, true]);
      parent.kill('SIGKILL');
      await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), {
        timeout: 2_000,
        interval: 20,
      });
      await parent;
    },
  );

  test('children tell of themselves between operations, asleep as they are', async () => {
    const { job } = await prepare('mandelbrot', 'smoke');
    const executor = await start(Promise.resolve(job('typescript', 2)));
    await executor.run();
    const before = await executor.cpuTime();
    await executor.run();
    expect(await executor.cpuTime()).toBeGreaterThan(before);
    expect(await executor.peakMemory()).toBeGreaterThan(0);
    expect((await executor.counters()).gcNs).toBeGreaterThanOrEqual(0);
    await executor.run();
    await executor.close();
  });
});
