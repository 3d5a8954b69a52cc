import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { discoveriesIn } from './discovery.ts';
import { meanOf } from './mean.ts';
import { ratioOf } from './ratio.ts';
import { seededNormal } from './random.ts';
import { verdictOf } from './verdict.ts';
import { welch } from './welch.ts';
import type { Mean } from './mean.ts';

const value = fc.double({ min: -0.3, max: 0.3, noNaN: true });
const group = fc.array(value, { minLength: 2, maxLength: 8 }).map(meanOf);

test('a single difference gets the verdict of its interval', () => {
  fc.assert(
    fc.property(group, group, (first, second) => {
      const difference = welch(first, second);
      expect(discoveriesIn([difference])[0]!.verdict).toBe(verdictOf(ratioOf(difference)));
    }),
  );
});

test('what is relevant is significant, and no verdict of a difference comes without significance', () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 12 }), (logs) => {
      for (const { significant, relevant, verdict, p, adjusted } of discoveriesIn(logs)) {
        expect(adjusted).toBeGreaterThanOrEqual(p);
        const claimsChange = /faster|slower/.test(verdict);
        const claimsMuch = verdict === 'faster' || verdict === 'slower';
        expect(significant || !(relevant || claimsChange)).toBe(true);
        expect(relevant).toBe(claimsMuch);
      }
    }),
  );
});

test('a significant difference need not be relevant, and one may be shown to be next to nothing', () => {
  const clear = meanOf([0.2, 0.21, 0.19, 0.2]);
  const doubtful = meanOf([0.04, 0.08, 0.05, 0.07]);
  const small = meanOf([0.01, 0.011, 0.009, 0.01]);
  const found = discoveriesIn([clear, doubtful, small]);
  expect(found.map(({ significant }) => significant)).toEqual([true, true, true]);
  expect(found.map(({ relevant }) => relevant)).toEqual([true, false, false]);
  expect(found.map(({ verdict }) => verdict)).toEqual(['faster', 'slightly-faster', 'same']);
});

test('a single value earns no verdict, and takes nothing from the others', () => {
  const clear = meanOf([0.2, 0.21, 0.19, 0.2]);
  const single = Array.from({ length: 99 }, () => meanOf([0.3]));
  const [first, ...others] = discoveriesIn([clear, ...single]);
  expect(first).toEqual(discoveriesIn([clear])[0]);
  expect(new Set(others.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']));
  expect(discoveriesIn([])).toEqual([]);
});

test('of what is found among many equal and some different ones, at most about 5 % is false', () => {
  const normal = seededNormal(5);
  const mean = (truth: number): Mean => meanOf(Array.from({ length: 6 }, () => truth + 0.03 * normal()));
  const truths = Array.from({ length: 40 }, (_, index) => (index < 10 ? -0.15 : 0));
  const shares = Array.from({ length: 200 }, () => {
    const found = discoveriesIn(truths.map((truth) => welch(mean(truth), mean(0))));
    const significant = found
      .keys()
      .filter((index) => found[index]!.significant)
      .toArray();
    const wrong = significant.filter((index) => truths[index] === 0);
    expect(significant.length).toBeGreaterThan(0);
    return wrong.length / significant.length;
  });
  const share = meanOf(shares).mean;
  // Benjamini and Hochberg: 5 % times the share of true hypotheses, which is 3.75 % here.
  expect(share).toBeGreaterThan(0.02);
  expect(share).toBeLessThan(0.055);
});
