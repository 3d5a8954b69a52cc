import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { laneOf } from '../../packages/lanes/dist/index.js';
import { prepare } from '../conformance/workload.ts';
import { panickingJob } from './jobs.ts';

const { start, unavailable } = modeOf('native-threads');
/** How many of this process's threads are Rust's. One that ends meanwhile has no name any more. */
function threads(): number {
  const names = readdirSync('/proc/self/task').map((thread) => {
    try {
      return readFileSync(`/proc/self/task/${thread}/comm`, 'utf8');
    } catch {
      return '';
    }
  });
  return names.filter((name) => name.startsWith('crossover-')).length;
}

const missing = await laneOf('rust').unavailable('sha256');

test('a lane without threads of its own is refused, and so is a kernel that JavaScript calls per item', async () => {
  expect(await unavailable('assemblyscript', 'sha256')).toMatchObject({
    remedy: expect.stringContaining('Rust lane'),
  });
  expect(await unavailable('rust', 'calls')).toMatchObject({ remedy: 'use worker threads' });
  expect(await unavailable('rust', 'sha256')).toBeUndefined();
  for (const [kernel, lane] of [
    ['sha256', 'typescript'],
    ['calls', 'rust'],
  ] as const) {
    const job = (await prepare(kernel, 'smoke')).job(lane, 2);
    await expect(start(job)).rejects.toMatchObject({
      failure: { code: 'lane-unavailable', where: `${kernel} in ${lane}` },
    });
  }
});

describe.runIf(missing === undefined)('threads inside Rust (needs cargo)', () => {
  test('a panic in one of them fails the operation, and the next can run', async () => {
    const executor = await start(await panickingJob(2));
    const failure = { code: 'kernel-threw', message: expect.stringContaining('panic in Rust: ') };
    await expect(executor.run()).rejects.toMatchObject({ failure });
    await expect(executor.run()).rejects.toMatchObject({ failure });
    const { job } = await prepare('sha256', 'smoke');
    for (const [name, input] of Object.entries(job('rust', 2).inputs)) executor.views[name]!.set(input);
    await expect(executor.run()).resolves.toMatchObject({ passes: [expect.any(Number)] });
    await executor.close();
  });

  test('closing ends them, and no operation begins any more', async () => {
    const { job } = await prepare('sha256', 'smoke');
    const executor = await start(job('rust', 3));
    await executor.run();
    await Promise.all([executor.close(), executor.close()]);
    await expect(executor.run()).rejects.toThrow('the executor is closed');
  });

  test.runIf(process.platform === 'linux')(
    'their number is that of the workers, until they end',
    async () => {
      const { job } = await prepare('sha256', 'smoke');
      // Those of the tests before may still be on their way out.
      await vi.waitFor(() => expect(threads()).toBe(0), { timeout: 2_000 });
      const executor = await start(job('rust', 3));
      // Each names itself as soon as it runs.
      await vi.waitFor(() => expect(threads()).toBe(3), { timeout: 2_000 });
      await executor.close();
      await vi.waitFor(() => expect(threads()).toBe(0), { timeout: 2_000 });
    },
  );
});
