import { expect, test } from 'vitest';
import { expectedShares, jobOf, segmentShares } from './fixtures/segment-shares.ts';
import { fakeMode, virtualClock } from './fake.ts';
import { nanoseconds } from '@crossover/model';

const job = jobOf(2, 1, 4);

test('operations take the time that the script gives them, and no other', async () => {
  const clock = virtualClock();
  const shares = { dispatch: 0.0625, marshal: 0.125, transport: 0.25 };
  const warmingUp = fakeMode(clock, { wall: (operation) => 1000 / 2 ** operation, shares });
  const executor = await warmingUp.start(job);
  await expect(executor.run()).resolves.toEqual({
    encode: 0,
    place: 0,
    dispatch: 62.5,
    compute: 562.5,
    marshal: 125,
    transport: 250,
    wait: 0,
    collect: 0,
    passes: [1000],
  });
  await executor.run();
  expect(clock.now()).toBe(1500);
  await expect(executor.cpuTime()).resolves.toBe(4 * 1500);
});

test('starting takes its time too', async () => {
  const clock = virtualClock();
  const startup = { spawn: nanoseconds(30), load: nanoseconds(12) };
  const executor = await fakeMode(clock, { wall: () => 1, startup, peakMemory: 99 }).start(job);
  expect(executor.startup).toEqual(startup);
  expect(clock.now()).toBe(42);
  await expect(executor.peakMemory()).resolves.toBe(99);
});

test('an operation fails where the script says so, and the next one runs', async () => {
  const failure = { code: 'kernel-threw', message: 'as scripted' } as const;
  const script = { wall: () => 1, failure: (operation: number) => (operation === 1 ? failure : undefined) };
  const executor = await fakeMode(virtualClock(), script).start(job);
  await executor.run();
  await expect(executor.run()).rejects.toMatchObject({ failure });
  await executor.run();
  await executor.close();
  await expect(executor.run()).rejects.toThrow('the executor is closed');
});

test('starting fails where the script says so', async () => {
  const startFailure = { code: 'worker-ended', message: 'as scripted' } as const;
  const mode = fakeMode(virtualClock(), { wall: () => 1, startFailure });
  await expect(mode.start(job)).rejects.toMatchObject({ failure: startFailure });
});

test('the script can write a right or a wrong answer', async () => {
  const right = [2, 10, 2 / 12, 10 / 12];
  const mode = fakeMode(virtualClock(), {
    wall: () => 1,
    write: ({ sums, shares, copies }, operation) => {
      sums!.set(right.slice(0, 2));
      shares!.set(right.slice(2));
      copies!.set(operation === 0 ? [1, 2, 3] : [1, 2, 4]);
    },
  });
  const executor = await mode.start(job);
  const digest = (): string => segmentShares.digest(executor.views, job.parameters);
  await executor.run();
  expect(digest()).toBe(expectedShares(job));
  await executor.run();
  expect(digest()).not.toBe(expectedShares(job));
});
