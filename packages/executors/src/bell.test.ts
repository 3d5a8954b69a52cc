import { once } from 'node:events';
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { WAIT_POLICIES } from '@crossover/model';
import { Bell, BELL_WORDS } from './bell.ts';
import { atomicsParking } from './parking.ts';
import type { EchoData } from './fixtures/bell-echo.ts';
import type { Parking } from './parking.ts';

const words = (): Int32Array => new Int32Array(new SharedArrayBuffer(4 * BELL_WORDS));

const ECHO = new URL('fixtures/bell-echo.ts', import.meta.url);

test.each(WAIT_POLICIES)('who waits by %s misses no ring from another thread', async (policy) => {
  const data: EchoData = { there: words(), back: words(), turns: 200, policy };
  const worker = new Worker(ECHO, { workerData: data, execArgv: ['--conditions=source'] });
  const ended = once(worker, 'exit');
  const waiting = { parking: atomicsParking, policy };
  const [bell, echo] = [new Bell(data.there, 0, waiting), new Bell(data.back, 0, waiting)];
  for (let turn = 0; turn < data.turns; turn++) {
    bell.ring();
    while (!echo.wait(turn, 20)) await eventLoopTurn();
  }
  await expect(ended).resolves.toEqual([0]);
  expect(echo.value).toBe(data.turns);
});

test.each(WAIT_POLICIES)('who waits by %s for a bell that nobody rings gives up in time', (policy) => {
  const bell = new Bell(words(), 0, { parking: atomicsParking, policy });
  expect(bell.wait(0, 2)).toBe(false);
  bell.ring();
  expect(bell.wait(0, 2)).toBe(true);
});

test('nobody is woken where nobody sleeps', () => {
  let wakes = 0;
  const parking: Parking = { wait: () => bell.ring(), wake: () => wakes++ };
  const bell = new Bell(words(), 0, { parking, policy: 'park' });
  bell.ring();
  expect(wakes).toBe(0);
  // Rung while it sleeps: the parking above does that.
  expect(bell.wait(1)).toBe(true);
  expect(wakes).toBe(1);
});

test('who spins does not sleep', () => {
  const parking: Parking = {
    wait: () => {
      throw new Error('slept');
    },
    wake: () => {},
  };
  expect(new Bell(words(), 0, { parking, policy: 'spin' }).wait(0, 1)).toBe(false);
  expect(() => new Bell(words(), 0, { parking, policy: 'spin-then-park' }).wait(0, 1)).toThrow('slept');
});
