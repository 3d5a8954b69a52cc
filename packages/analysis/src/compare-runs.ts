import { COMPARISON_SCHEMA, isBounded, UNBOUNDED } from '@crossover/model';
import { MARGIN, median } from '@crossover/statistics';
import { changesOf } from './change.ts';
import { fingerprintDifferences } from './fingerprint-differences.ts';
import { groupTrials } from './kernel-trials.ts';
import { matchCells } from './matching.ts';
import { noiseOfRun } from './noise.ts';
import type { Change, ComparedRun, RunComparison } from '@crossover/model';
import type { KernelTrials } from './kernel-trials.ts';
import type { MeasuredRun } from './measured-run.ts';

/**
 * Two runs, cell by cell. A pure function of both, which also takes runs that are not finished. Runs of two machines or
 * toolchains are compared as well, and the differences named: whether that is allowed is not decided here.
 */
export function compareRuns(base: MeasuredRun, head: MeasuredRun): RunComparison {
  const [there, here] = [base, head].map(({ plan, records }) => groupTrials(plan.kernels, records));
  const [before, after] = [comparedRun(base, there!), comparedRun(head, here!)];
  const { pairs, unmatched } = matchCells(there!, here!);
  const changes = changesOf(pairs, before.noise, after.noise);
  return {
    schema: COMPARISON_SCHEMA,
    base: before,
    head: after,
    fingerprintDifferences: fingerprintDifferences(before.fingerprint, after.fingerprint),
    margin: MARGIN,
    changes,
    unmatched,
    ...(changes.length > 0 && { typical: median(changes.map(({ speedUp }) => speedUp.estimate)) }),
    smallestVisible: smallestVisible(changes),
    verdictsWithheld: before.noise.verdictsWithheld || after.noise.verdictsWithheld,
  };
}

function smallestVisible(changes: readonly Change[]): number {
  const halfWidths = changes.map(({ speedUp }) =>
    isBounded(speedUp) ? Math.sqrt(speedUp.high / speedUp.low) - 1 : UNBOUNDED,
  );
  return halfWidths.length === 0 ? UNBOUNDED : Math.min(UNBOUNDED, median(halfWidths));
}

function comparedRun({ head, plan }: MeasuredRun, kernels: readonly KernelTrials[]): ComparedRun {
  const { createdAt, command, commit, sources, fingerprint, mergedFrom, mixed } = head;
  return {
    createdAt,
    command,
    ...(commit && { commit }),
    ...(sources !== undefined && { sources }),
    ...(mergedFrom && { mergedFrom }),
    ...(mixed && { mixed }),
    fingerprint,
    settings: plan.settings,
    noise: noiseOfRun(head, kernels),
  };
}
