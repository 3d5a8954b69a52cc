import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { offeredCovariates, offersProportionalMemory } from '../fixtures/offered.ts';
import { prepare } from './workload.ts';
import type { Executor } from '@crossover/model';

const MODES = ['single-thread', 'worker-threads', 'processes'] as const;
let executor: Executor | undefined;

afterEach(async () => await executor?.close());

/** Allocates trees, so that garbage must be collected wherever the kernel runs. */
async function started(mode: string, workers: number): Promise<Executor> {
  executor = await modeOf(mode).start((await prepare('binary-trees', 'small')).job('typescript', workers));
  return executor;
}

describe.each(MODES)('the counters of %s', (mode) => {
  test('show the garbage of the isolates that run the kernel', async () => {
    const { run, counters } = await started(mode, 1);
    let here = 0;
    const add = (pauses: readonly PerformanceEntry[]): void => {
      for (const { duration } of pauses) here += duration * 1e6;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ entryTypes: ['gc'] });
    const before = await counters();
    for (let operation = 0; operation < 10; operation++) await run();
    const paused = (await counters()).gcNs! - before.gcNs!;
    await eventLoopTurn();
    add(observer.takeRecords());
    observer.disconnect();
    expect(paused).toBeGreaterThan(mode === 'single-thread' ? 0 : here);
  });

  test('are those that the platform offers of a process, and never fall', async () => {
    const { run, counters } = await started(mode, mode === 'single-thread' ? 1 : 2);
    const before = await counters();
    await run();
    const after = await counters();
    const own = ['gcNs', 'involuntarySwitches', 'runQueueNs'] as const;
    expect(Object.keys(after).toSorted()).toEqual(own.filter((field) => offeredCovariates().includes(field)));
    for (const field of own.filter((name) => name in before)) {
      expect(after[field]).toBeGreaterThanOrEqual(before[field]!);
    }
  });

  test('garbage is not collected on request where Node was started without that', async () => {
    const { run, collectGarbage } = await started(mode, 1);
    await expect(collectGarbage()).rejects.toMatchObject({ failure: { code: 'internal' } });
    await run();
  });
});

test('the memory of processes includes that of the children', async () => {
  const alone = await started('processes', 1);
  const one = await alone.proportionalMemory();
  await alone.close();
  const three = await (await started('processes', 3)).proportionalMemory();
  const sizes = [one, three, await executor?.peakMemory()].map((size) => size ?? 0);
  expect(one !== undefined && three !== undefined).toBe(offersProportionalMemory());
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect(one === three).toBe(one === undefined);
});
