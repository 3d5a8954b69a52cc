import { expect, test } from 'vitest';
import { jointVerdicts } from './family.ts';
import { meanOf } from './mean.ts';
import { seededNormal } from './random.ts';
import { ratioOf } from './ratio.ts';
import { MARGIN, verdictOf } from './verdict.ts';
import type { Mean } from './mean.ts';
import type { ComparisonVerdict } from './verdict.ts';

const EDGE = Math.log1p(MARGIN);
const CLEAR: Mean = { mean: 1, standardError: 0.01, count: 12 };
const CLOSE: Mean = { mean: 0, standardError: 0.3, count: 12 };

test('one comparison is judged as if by itself', () => {
  const mean = meanOf([0.1, 0.12, 0.09, 0.11]);
  expect(jointVerdicts([mean])).toEqual({
    verdicts: [verdictOf(ratioOf(mean))],
    level: expect.closeTo(0.95, 12),
  });
  expect(jointVerdicts([])).toEqual({ verdicts: [], level: expect.closeTo(0.95, 12) });
});

test('what is shown to be faster or slower leaves, and the rest share the 5 %', () => {
  const slower = { ...CLEAR, mean: -1 };
  const { level, verdicts } = jointVerdicts([CLOSE, CLEAR, CLOSE, slower, CLEAR]);
  expect(level).toBeCloseTo(1 - 0.05 / 2, 12);
  expect(verdicts).toEqual(['inconclusive', 'faster', 'inconclusive', 'slower', 'faster']);
});

test('what is shown to be the same does not leave, and a single value does not count', () => {
  const same = { mean: 0, standardError: 0.001, count: 12 };
  const single = meanOf([2]);
  const { level, verdicts } = jointVerdicts([same, same, CLOSE, single]);
  expect(level).toBeCloseTo(1 - 0.05 / 3, 12);
  expect(verdicts).toEqual(['same', 'same', 'inconclusive', 'inconclusive']);
});

test('inflation counts', () => {
  const wide = { mean: EDGE + 0.2, standardError: 0.05, count: 12 };
  expect(jointVerdicts([wide, CLOSE]).verdicts[0]).toBe('faster');
  expect(jointVerdicts([wide, CLOSE], { inflation: 3 }).verdicts[0]).toBe('inconclusive');
});

// Worst cases: no difference at all; differences on the very edge of the margin; many clear ones beside few that
// are none; and a mixture.
test.each<{ name: string; truth: (index: number) => number; spread: number }>([
  { name: 'equal cells', truth: () => 0, spread: 0.2 },
  { name: 'equal cells, of which many are shown to be', truth: () => 0, spread: 0.03 },
  { name: 'cells on the edges', truth: (index) => (index % 2 === 0 ? EDGE : -EDGE), spread: 0.02 },
  { name: 'two equal cells among clear ones', truth: (index) => (index < 9 ? 3 : 0), spread: 0.1 },
  {
    name: 'a mixture',
    truth: (index) => [0, EDGE * 1.001, EDGE * 0.999, 1, -1, 0.5][index % 6]!,
    spread: 0.06,
  },
])('of all families with one base, at most about 5 % hold a wrong verdict: $name', ({ truth, spread }) => {
  const normal = seededNormal(5);
  const truths = Array.from({ length: 11 }, (_, index) => truth(index));
  const families = 800;
  const wrong = Array.from({ length: families }, () => {
    const base = Array.from({ length: 8 }, () => spread * normal());
    const logs = truths.map((centre) => meanOf(base.map((shared) => centre + shared + spread * normal())));
    return jointVerdicts(logs).verdicts.some((verdict, index) => isWrong(verdict, truths[index]!));
  }).filter(Boolean).length;
  // Two standard errors of the simulation above 5 %.
  expect(wrong / families).toBeLessThan(0.066);
});

test('without the correction, a third of all families of equal cells hold a wrong verdict', () => {
  const normal = seededNormal(5);
  const families = 400;
  const wrong = Array.from({ length: families }, () => {
    const base = Array.from({ length: 8 }, () => 0.2 * normal());
    const logs = Array.from({ length: 11 }, () => meanOf(base.map((own) => own + 0.2 * normal())));
    return logs.some((mean) => isWrong(verdictOf(ratioOf(mean)), 0));
  }).filter(Boolean).length;
  expect(wrong / families).toBeGreaterThan(0.25);
});

/** Whether a verdict claims what is not true of a log ratio. */
function isWrong(verdict: ComparisonVerdict, truth: number): boolean {
  switch (verdict) {
    case 'faster':
      return truth <= EDGE;
    case 'slightly-faster':
      return truth <= 0;
    case 'same':
      return Math.abs(truth) > EDGE;
    case 'slightly-slower':
      return truth >= 0;
    case 'slower':
      return truth >= -EDGE;
    case 'inconclusive':
      return false;
  }
}
