import { benjaminiHochberg } from './adjustment.ts';
import { MARGIN } from './verdict.ts';
import { oneSidedTests } from './t-test.ts';
import type { ComparisonVerdict } from './verdict.ts';
import type { Mean } from './mean.ts';

/** What one of many differences is found to be. */
export interface Discovery {
  /** Probability that chance alone shows a difference as great, on the rarer side, times two. */
  readonly p: number;
  /** The same, adjusted for all differences that were tested with it. */
  readonly adjusted: number;
  /** Whether there is a difference at all. */
  readonly significant: boolean;
  /** Whether it is shown to be greater than the margin. What is relevant is also significant. */
  readonly relevant: boolean;
  readonly verdict: ComparisonVerdict;
}

/**
 * Judges many differences so that few of the findings are false. Three kinds of finding, each with its own family of
 * p-values adjusted after Benjamini and Hochberg: a difference at all, one beyond the margin, and equality within the
 * margin (two one-sided tests). Of each kind on average at most the share `rate` is false.
 *
 * A single difference gets the verdict of its interval at the level 1 − `rate`. One that rests on a single value earns no
 * verdict, and takes nothing from the others.
 * @param logs means of ln(base ÷ subject)
 */
export function discoveriesIn(
  logs: readonly Mean[],
  rate: number = 0.05,
  margin: number = MARGIN,
): readonly Discovery[] {
  const telling = logs.filter(({ count }) => count > 1);
  const edge = Math.log1p(margin);
  const p = telling.map((log) => rarerSide(oneSidedTests(log, 0).above, oneSidedTests(log, 0).below));
  const beyond = telling.map((log) =>
    rarerSide(oneSidedTests(log, edge).above, oneSidedTests(log, -edge).below),
  );
  const within = telling.map((log) =>
    Math.min(1, 2 * Math.max(oneSidedTests(log, -edge).above, oneSidedTests(log, edge).below)),
  );
  const [adjusted, adjustedBeyond, adjustedWithin] = [p, beyond, within].map(benjaminiHochberg);
  const found = new Map(
    telling.map((log, index): [Mean, Discovery] => {
      const significant = adjusted![index]! <= rate;
      const relevant = adjustedBeyond![index]! <= rate;
      const same = adjustedWithin![index]! <= rate;
      const verdict = verdictFrom(log.mean, { significant, relevant, same });
      return [log, { p: p[index]!, adjusted: adjusted![index]!, significant, relevant, verdict }];
    }),
  );
  return logs.map((log) => found.get(log) ?? NOTHING);
}

const NOTHING: Discovery = {
  p: 1,
  adjusted: 1,
  significant: false,
  relevant: false,
  verdict: 'inconclusive',
};

function rarerSide(above: number, below: number): number {
  return Math.min(1, 2 * Math.min(above, below));
}

function verdictFrom(
  mean: number,
  found: Pick<Discovery, 'significant' | 'relevant'> & { readonly same: boolean },
): ComparisonVerdict {
  if (found.relevant) return mean > 0 ? 'faster' : 'slower';
  if (found.same) return 'same';
  if (found.significant) return mean > 0 ? 'slightly-faster' : 'slightly-slower';
  return 'inconclusive';
}
