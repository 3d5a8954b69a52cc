import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  begin,
  busyWith,
  carried,
  computed,
  idled,
  join,
  marshalled,
  notYetBusy,
  now,
} from './phase-clock.ts';
import { operationTimes } from './operation-times.ts';
import type { Busy } from './phase-clock.ts';

const SOURCE = new URL('phase-clock.ts', import.meta.url);
/** Far more than two clocks may differ, and far less than they would if they had zeros of their own. */
const APART = 1e5;
const SAY_NOW = `import(${JSON.stringify(SOURCE.href)}).then(({ now }) => `;

/** All computing, but for a nanosecond of copying. */
function share(began: number, ended: number): Busy {
  return { began, ended, compute: ended - began - 1, marshal: 1, idle: 0, passes: [] };
}

describe('the clock', () => {
  test('reads the same in another thread', async () => {
    const code = `${SAY_NOW} require('node:worker_threads').parentPort.postMessage(now()))`;
    const before = now();
    const worker = new Worker(code, { eval: true, execArgv: ['--conditions=source'] });
    const [there] = (await once(worker, 'message')) as [number];
    expect(there).toBeGreaterThan(before - APART);
    expect(there).toBeLessThan(now() + APART);
  });

  test('reads the same in another process', () => {
    const code = `${SAY_NOW} console.log(now()))`;
    const before = now();
    const { stdout } = spawnSync(process.execPath, ['--conditions=source', '-e', code], { encoding: 'utf8' });
    expect(Number(stdout)).toBeGreaterThan(before - APART);
    expect(Number(stdout)).toBeLessThan(now() + APART);
  });
});

describe('a worker', () => {
  let milliseconds = 0;
  const pass = (more: number): void => {
    milliseconds += more;
  };
  beforeEach(() => {
    vi.spyOn(performance, 'now').mockImplementation(() => milliseconds);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('says what it did from one reading to the next, without a gap', () => {
    const busy = notYetBusy();
    begin(busy);
    pass(2);
    marshalled(busy, 0);
    pass(5);
    computed(busy, 0);
    pass(3);
    idled(busy);
    pass(7);
    computed(busy, 2);
    const rounded = [busy.compute, busy.marshal, busy.idle, busy.ended - busy.began].map(Math.round);
    expect(rounded).toEqual([12e6, 2e6, 3e6, 17e6]);
    expect(busy.passes.map(Math.round)).toEqual([7e6, 0, 7e6]);
  });

  test('has nothing to do between two shares', () => {
    const busy = notYetBusy();
    join(busy, 0, share(10, 20));
    join(busy, 1, share(25, 45));
    expect(busy).toEqual({ began: 10, ended: 45, compute: 28, marshal: 2, idle: 5, passes: [10, 20] });
  });

  test('that has workers of its own is idle where they do not work', async () => {
    const busy = await busyWith(async () => {
      pass(10);
      return operationTimes({ start: 0, end: 10e6 }, [
        { began: 1e6, ended: 9e6, compute: 5e6, marshal: 2e6, idle: 1e6, passes: [] },
      ]);
    });
    expect([busy.compute, busy.marshal, busy.idle].map(Math.round)).toEqual([5e6, 2e6, 3e6]);
  });
});

test('a chunk whose data lies in a file begins when it is fetched, and ends when the outputs are there', () => {
  const chunk = carried(share(100, 130), 20, 10);
  expect(chunk).toMatchObject({ began: 80, ended: 140, transport: 30 });
  const busy = notYetBusy();
  for (const one of [chunk, carried(share(200, 210), 5, 5)]) join(busy, 0, one);
  expect(busy).toMatchObject({ began: 80, ended: 215, transport: 40, idle: 55 });
});
