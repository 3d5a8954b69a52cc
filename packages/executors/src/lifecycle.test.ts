import { expect, test } from 'vitest';
import { CrossoverError } from '@crossover/model';
import { Lifecycle } from './lifecycle.ts';

const nothing = async (): Promise<void> => {};
const never = (): Promise<never> => Promise.withResolvers<never>().promise;
const lost = new CrossoverError({ code: 'process-ended', message: 'a child process was ended by SIGKILL' });

test('an operation gives what it computes', async () => {
  await expect(new Lifecycle(nothing).operation(async () => 7)).resolves.toBe(7);
});

test('a kernel that throws leaves the executor usable', async () => {
  const lifecycle = new Lifecycle(nothing);
  await expect(lifecycle.operation(() => Promise.reject(new Error('overflow')))).rejects.toThrow('overflow');
  await expect(lifecycle.operation(async () => 7)).resolves.toBe(7);
});

test('a second operation at the same time is refused', async () => {
  const lifecycle = new Lifecycle(nothing);
  void lifecycle.operation(never);
  await expect(lifecycle.operation(nothing)).rejects.toThrow('runs an operation already');
});

test('a loss between two operations fails the next, with its first cause, and the one after finds others', async () => {
  let replaced = 0;
  const lifecycle = new Lifecycle(nothing, async () => {
    replaced++;
  });
  lifecycle.lose(lost);
  lifecycle.lose(new CrossoverError({ code: 'process-ended', message: 'a consequence' }));
  await expect(lifecycle.operation(async () => 7)).rejects.toBe(lost);
  expect(replaced).toBe(0);
  await expect(lifecycle.operation(async () => 7)).resolves.toBe(7);
  await expect(lifecycle.operation(async () => 8)).resolves.toBe(8);
  expect([replaced, lifecycle.replaced]).toEqual([1, 1]);
});

test('workers that cannot be replaced fail the operation that needs them, and the next tries again', async () => {
  let tries = 0;
  const lifecycle = new Lifecycle(nothing, async () => {
    if (tries++ === 0) throw new Error('no more processes');
  });
  lifecycle.lose(lost);
  await expect(lifecycle.operation(nothing)).rejects.toBe(lost);
  await expect(lifecycle.operation(nothing)).rejects.toThrow('no more processes');
  await expect(lifecycle.operation(async () => 7)).resolves.toBe(7);
});

test('a loss explains the operation that fails because of it', async () => {
  const lifecycle = new Lifecycle(nothing);
  const operation = lifecycle.operation(() => {
    lifecycle.lose(lost);
    return Promise.reject(new Error('a consequence'));
  });
  await expect(operation).rejects.toBe(lost);
});

test('closing releases once, and nothing runs afterwards', async () => {
  let released = 0;
  const lifecycle = new Lifecycle(async () => {
    released++;
  });
  await Promise.all([lifecycle.close(), lifecycle.close()]);
  expect(released).toBe(1);
  await expect(lifecycle.operation(nothing)).rejects.toThrow('the executor is closed');
});

test('an operation that is closed under way was interrupted', async () => {
  const lifecycle = new Lifecycle(async () => lifecycle.lose(lost));
  const operation = lifecycle.operation(async () => {
    await lifecycle.close();
    throw new Error('a consequence');
  });
  await expect(operation).rejects.toMatchObject({ failure: { code: 'interrupted' } });
});
