import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';
import { outcomeTable } from './outcome-table.ts';
import type { Comparison } from './comparison.ts';
import type { Decision } from './decision.ts';

function compared(slowDown: number, says: Decision['says'], ratio: number, loaded = true): Comparison {
  return { slowDown, loaded, truth: 1 + slowDown, decisions: { crossover: { says, ratio } }, blocks: 8 };
}

const COMPARISONS = [
  compared(0, 'nothing', 1),
  compared(0, 'slower', 1.2),
  compared(0, 'faster', 1 / 1.2),
  compared(0.25, 'slower', 1.5),
  compared(0.25, 'faster', 1),
  compared(0.25, 'nothing', 1.25),
  compared(0.25, 'slower', 1.25, false),
];

test('where there is no difference, every claim of one is false', () => {
  const outcome = outcomeOf('crossover', { slowDown: 0, loaded: true }, COMPARISONS)!;
  expect([outcome.found.count, outcome.wrong.count, outcome.wrong.of]).toEqual([0, 2, 3]);
  expect(outcome.bias.estimate).toBeCloseTo(1, 12);
  expect(outcome.error).toBeCloseTo(Math.sqrt(2 / 3) * Math.log(1.2), 12);
});

test('where there is one, the right direction is found and the opposite one false', () => {
  const outcome = outcomeOf('crossover', { slowDown: 0.25, loaded: true }, COMPARISONS)!;
  expect([outcome.found.count, outcome.wrong.count, outcome.found.of]).toEqual([1, 1, 3]);
  expect(outcome.bias.estimate).toBeCloseTo(Math.cbrt(1.5 / 1.25 / 1.25), 12);
});

test('what was never asked has no outcome', () => {
  expect(outcomeOf('tinybench', { slowDown: 0, loaded: true }, COMPARISONS)).toBeUndefined();
  expect(outcomeOf('crossover', { slowDown: 0.1, loaded: true }, COMPARISONS)).toBeUndefined();
});

test('the table has a row for each outcome, with counts beside shares', () => {
  const questions = [
    { slowDown: 0, loaded: true },
    { slowDown: 0.25, loaded: false },
  ];
  const table = outcomeTable(questions.map((question) => outcomeOf('crossover', question, COMPARISONS)!));
  expect(table).toContain('none (A/A)');
  // Wilson 1927: 2 of 3, and 1 of 1.
  expect(table).toContain('2 of 3: 67 % (21–94 %)');
  expect(table).toContain('1 of 1: 100 % (21–100 %)');
});
