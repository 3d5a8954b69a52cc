import { expect, test } from 'vitest';
import { UNBOUNDED } from '@crossover/model';
import { smallResult, withLever } from '../fixtures/small-result.ts';
import { footnotes } from './footnotes.ts';
import { kernelViews } from './kernel-view.ts';
import { outcomeOf } from './cell-columns.ts';
import { symbolsOf } from './symbols.ts';
import type { Comparison, Result, VerdictFamily } from '@crossover/model';

test('trials that fall into groups are shown group by group', () => {
  const result = smallResult();
  const modes = [
    { medianNs: 67e3, share: 0.8182 },
    { medianNs: 115e4, share: 0.1818 },
  ];
  const cells = result.cells.map((cell) =>
    cell.status === 'ok' && cell.lane === 'rust' ? Object.assign({}, cell, { modes }) : cell,
  );
  expect(remarksOf({ ...result, cells })).toContain(
    'rust/single-thread: 67.0 µs in 82 % of its processes, 1.15 ms in 18 %',
  );
  const ascii = footnotes(kernelViews({ ...result, cells })[0]!, symbolsOf({ unicode: false })).remarks;
  expect(ascii.join()).toContain('67.0 us in 82 %');
});

test('a verdict below that of its interval alone is marked, next to the star', () => {
  const result = withComparison({ verdict: 'inconclusive', alone: 'faster', fragile: true });
  expect(outcomeOf(kernelViews(result)[0]!.rows[1]!)).toBe('inconclusive *+');
  expect(remarksOf(result).join()).toContain('verdicts with +: the interval alone says more');
  expect(remarksOf(smallResult()).join()).not.toContain('verdicts with +');
});

test('a verdict that CPU time contradicts is marked, and why', () => {
  const result = withComparison({ verdict: 'inconclusive', contended: true });
  expect(outcomeOf(kernelViews(result)[0]!.rows[1]!)).toBe('inconclusive !');
  expect(remarksOf(result).join()).toContain(
    'verdicts with !: wall time shows a difference and CPU time does not',
  );
  expect(remarksOf(smallResult()).join()).not.toContain('verdicts with !');
});

test('how strict the verdicts are is said, and what can be seen then', () => {
  expect(remarksOf(withFamily({ comparisons: 11, level: 0.9955, smallestVisible: 0.12 }))).toContain(
    'its 11 verdicts hold together at 95 %: each is made at 99.55 %, where the smallest visible difference is 12 %',
  );
  expect(remarksOf(withFamily({ level: 0.975, smallestVisible: UNBOUNDED }))).toContain(
    'its 3 verdicts hold together at 95 %: each is made at 97.5 %, where so few blocks can see next to nothing',
  );
});

test('one verdict, and verdicts withheld, say nothing of a family', () => {
  expect(remarksOf(withFamily({ comparisons: 1 })).join()).not.toContain('hold together');
  const withheld = withLever({}, ['withheld', 'withheld', 'withheld']);
  expect(remarksOf(withheld).join()).not.toContain('hold together');
});

function remarksOf(result: Result): readonly string[] {
  return footnotes(kernelViews(result)[0]!, symbolsOf({ unicode: true })).remarks;
}

/** The first kernel's first comparison changed. */
function withComparison(change: Partial<Comparison>): Result {
  const result = smallResult();
  return {
    ...result,
    comparisons: result.comparisons.map((one, index) => (index === 0 ? Object.assign({}, one, change) : one)),
  };
}

function withFamily(change: Partial<VerdictFamily>): Result {
  const result = smallResult();
  return { ...result, families: result.families.map((family) => Object.assign({}, family, change)) };
}
