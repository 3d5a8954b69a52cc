import { mayHeadline } from '@crossover/model';
import { verdictOf } from '@crossover/statistics';
import { analyse } from './analyse.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { OpenQuestion, PlannedKernel } from '@crossover/model';

/** A difference that is known this well is not worth more blocks, whatever its verdict: as a share. */
const FINE_ENOUGH = 0.025;

/**
 * What more blocks of a kernel could still settle: its comparisons without a verdict that are not known well enough
 * either. Verdicts that noise withholds do not count, as it is no matter of more blocks; nor do cells beside the headline's,
 * which must not spend the time that the answer needs, unless the kernel is compared with nothing else.
 */
export function openQuestions(
  run: MeasuredRun,
  { kernel, workload, cells }: PlannedKernel,
): readonly OpenQuestion[] {
  const { comparisons } = analyse(run);
  const own = comparisons.filter(({ subject }) => subject.startsWith(`${kernel}/${workload}/`));
  const headline = new Set(cells.filter(mayHeadline).map(({ id }) => id));
  const first = own.filter(({ subject }) => headline.has(subject));
  return (first.length > 0 ? first : own).flatMap(({ subject, speedUp, verdict }) => {
    const { estimate, low, high } = speedUp;
    const halfWidth = Math.max(high / estimate, estimate / Math.max(low, Number.MIN_VALUE)) - 1;
    const undecided = verdict === 'withheld' ? verdictOf(speedUp) : verdict;
    return undecided === 'inconclusive' && halfWidth > FINE_ENOUGH
      ? [{ subject, speedUp: estimate, halfWidth }]
      : [];
  });
}
