import { expect, test } from 'vitest';
import { turnsOf } from './contest.ts';
import { ENTRANTS } from './entrants.ts';

const options = { entrants: ENTRANTS, rounds: 3, seed: 5 };

test('each round holds every entrant once in every layout, but nobody who spins where all share a core', () => {
  const turns = turnsOf(options, ['same', 'free']);
  for (const round of [0, 1, 2]) {
    const names = turns
      .filter((turn) => turn.round === round)
      .map(({ entrant, layout }) => `${entrant} ${layout}`);
    const expected = ENTRANTS.flatMap(({ id, spins }) =>
      spins ? [`${id} free`] : [`${id} same`, `${id} free`],
    );
    expect(names.toSorted()).toEqual(expected.toSorted());
  }
});

test('rounds follow each other in an order that the seed decides', () => {
  const turns = turnsOf(options, ['free']);
  expect(turns.map(({ round }) => round)).toEqual(turns.map(({ round }) => round).toSorted((a, b) => a - b));
  expect(turnsOf(options, ['free'])).toEqual(turns);
  expect(turnsOf({ ...options, seed: 6 }, ['free'])).not.toEqual(turns);
});
