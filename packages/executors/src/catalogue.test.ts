import { expect, test } from 'vitest';
import { BASE_MODE } from '@crossover/model';
import { jobOf } from './fixtures/segment-shares.ts';
import { modeOf, MODES } from './catalogue.ts';

test('the base mode comes first, and each mode is found by its name', () => {
  expect(MODES.map(({ id }) => id)).toEqual([
    BASE_MODE,
    'worker-threads',
    'processes',
    'event-loop',
    'native-threads',
    'hybrid',
  ]);
  expect(MODES.map(({ id }) => modeOf(id))).toEqual(MODES);
});

test('an unknown mode is a mistake of usage, with the known ones as a hint', () => {
  const failure = {
    code: 'usage',
    hint: expect.stringContaining('one of: single-thread, worker-threads, processes'),
  };
  expect(() => modeOf('threads')).toThrow(
    expect.objectContaining({ failure: expect.objectContaining(failure) }),
  );
});

test('a mode whose workers have no built code says so', async () => {
  // Here everything runs from source.
  await expect(modeOf('processes').unavailable('typescript', 'nbody')).resolves.toMatchObject({
    remedy: 'run `pnpm build`',
  });
});

test('a placement that a mode does not know is a mistake of usage, and no other is taken in its place', async () => {
  const job = { ...jobOf(1, 1, 1), placement: 'elsewhere' };
  for (const mode of MODES) {
    const failure = { code: 'usage', message: `the mode ${mode.id} has no placement elsewhere` };
    await expect(mode.start(job)).rejects.toMatchObject({ failure });
  }
});

test('workers are divided among processes only where the mode does that, and evenly', async () => {
  for (const mode of MODES) {
    const divided = { ...jobOf(1, 1, 3), processes: 2 };
    const words = mode.counting === 'division' ? '3 workers cannot be divided among 2' : 'does not divide';
    const failure = { code: 'usage', message: expect.stringContaining(words) };
    await expect(mode.start(divided)).rejects.toMatchObject({ failure });
  }
});
