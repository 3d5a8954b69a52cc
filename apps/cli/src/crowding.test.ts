import { availableCores } from '@crossover/environment';
import { cellOf } from '@crossover/model';
import { expect, test } from 'vitest';
import { crowdingNote } from './crowding.ts';

const parts = { kernel: 'nbody', workload: 'medium', lane: 'rust', mode: 'processes' } as const;
const roomy = cellOf({ ...parts, workers: 1 }, true);
const crowded = cellOf({ ...parts, workers: 64, oversubscribed: true }, true);

test('more workers than cores are told before they run, with how many cores there are', () => {
  const { usable } = availableCores();
  expect(crowdingNote([roomy, crowded])).toMatch(
    new RegExp(`^64 workers on ${usable} cores?.*: they will take turns, in 1 of 2 cells$`),
  );
});

test('nothing is told where there is a core for each, or nothing will run', () => {
  expect(crowdingNote([roomy])).toBeUndefined();
  expect(crowdingNote([{ ...crowded, unavailable: { reason: 'none', remedy: 'none' } }])).toBeUndefined();
});
