import type { ClaimCase, ClaimVerdict, Noise } from '@crossover/model';

/** Why a claim has no other verdict; undefined where its cases say all. */
export function reasonOf(
  verdict: ClaimVerdict,
  cases: readonly ClaimCase[],
  { verdictsWithheld, mixed }: Pick<Noise, 'verdictsWithheld' | 'mixed'>,
): string | undefined {
  switch (verdict) {
    case 'supported':
    case 'refuted':
    case 'mixed':
      return undefined;
    case 'inconclusive':
      if (mixed) return 'no verdict, since the run mixes what must not be mixed';
      if (verdictsWithheld) return 'the machine was too noisy for a verdict';
      return 'fewer than half of its cases are decided';
    case 'not-measured':
      return mostCommonReason(cases) ?? 'the run holds no kernel';
  }
}

function mostCommonReason(cases: readonly ClaimCase[]): string | undefined {
  const reasons = cases.flatMap((one) => (one.kind === 'not-measured' ? [one.reason] : []));
  const groups = [...Map.groupBy(reasons, (reason) => reason)];
  return groups.toSorted(([, a], [, b]) => b.length - a.length).at(0)?.[0];
}
