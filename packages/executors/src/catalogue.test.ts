import { expect, test } from 'vitest';
import { BASE_MODE } from '@crossover/model';
import { modeOf, MODES } from './catalogue.ts';

test('the base mode comes first, and each mode is found by its name', () => {
  expect(MODES.map(({ id }) => id)).toEqual([BASE_MODE, 'worker-threads', 'processes']);
  expect(MODES.map(({ id }) => modeOf(id))).toEqual(MODES);
});

test('an unknown mode is a mistake of usage, with the known ones as a hint', () => {
  const failure = { code: 'usage', hint: 'one of: single-thread, worker-threads, processes' };
  expect(() => modeOf('threads')).toThrow(
    expect.objectContaining({ failure: expect.objectContaining(failure) }),
  );
});

test('a mode whose workers have no built code says so', async () => {
  // Here everything runs from source.
  await expect(modeOf('processes').unavailable('typescript')).resolves.toMatchObject({
    remedy: 'run `pnpm build`',
  });
});
