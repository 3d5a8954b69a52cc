import type { Mean } from './mean.ts';

/**
 * Difference of the means of two independent groups, first − second, for `interval` and `oneSidedTests`: the groups may
 * differ in size and in spread. Its `count` is the degrees of freedom of Welch and Satterthwaite, plus 1; of a group
 * with a single value nothing is known about spread, and nothing of the difference then. (B. L. Welch, Biometrika 34,
 * 1947; F. E. Satterthwaite, Biometrics Bulletin 2, 1946.)
 */
export function welch(first: Mean, second: Mean): Mean {
  const mean = first.mean - second.mean;
  if (first.count === 1 || second.count === 1) return { mean, standardError: Infinity, count: 1 };
  const [one, other] = [first.standardError ** 2, second.standardError ** 2];
  const [freedomOfOne, freedomOfOther] = [first.count - 1, second.count - 1];
  const sum = one + other;
  // Two groups without any spread: the formula below would divide 0 by 0.
  const freedom =
    sum === 0
      ? freedomOfOne + freedomOfOther
      : 1 / ((one / sum) ** 2 / freedomOfOne + (other / sum) ** 2 / freedomOfOther);
  return { mean, standardError: Math.sqrt(sum), count: freedom + 1 };
}
