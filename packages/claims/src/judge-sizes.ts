import { BASE_MODE } from '@crossover/model';
import { claimOutcome } from './claim-outcome.ts';
import { sizesCommand } from './measuring-command.ts';
import type { ClaimOutcome } from './claim-outcome.ts';
import type { SizesClaim } from './claim.ts';
import type {
  BreakEven,
  BreakEvenResult,
  CaseOutcome,
  ClaimCase,
  Noise,
  PlannedKernel,
} from '@crossover/model';

/** What a claim on sizes is judged from. */
export interface SizeEvidence {
  readonly kernels: readonly PlannedKernel[];
  readonly breakEven: readonly BreakEvenResult[];
  readonly noise: Noise;
  readonly cores: number;
}

/** Whether a lane in a mode costs less from some size on: of each kernel, by its break-even over the measured sizes. */
export function judgeSizes(claim: SizesClaim, evidence: SizeEvidence): ClaimOutcome {
  const { kernels, noise, cores } = evidence;
  const byName = [...new Map(kernels.map((kernel) => [kernel.kernel, kernel])).values()];
  const cases = byName.map((kernel) => caseOf(claim, kernel, evidence));
  return claimOutcome(claim.relation, cases, noise, sizesCommand(claim, kernels, cores));
}

function caseOf(
  { lane, mode, cost }: SizesClaim,
  { kernel, workload, items }: PlannedKernel,
  { breakEven, cores }: SizeEvidence,
): ClaimCase {
  const none = (reason: string): ClaimCase => ({
    kind: 'not-measured',
    kernel,
    workload,
    outcome: 'not-measured',
    reason,
  });
  const found = breakEven.find(
    (one) =>
      one.kernel === kernel &&
      one.lane === lane &&
      one.mode === mode &&
      one.placement === undefined &&
      one.processes === undefined &&
      (one.workers === cores || mode === BASE_MODE),
  );
  if (mode !== BASE_MODE && items < 2) return none('its work cannot be divided');
  if (mode !== BASE_MODE && cores < 2) return none('the machine has one core');
  if (found === undefined) return none('the run has it at one size only');
  const { place } = found;
  const even = found[cost];
  if (even.kind === 'not-measured') return none(even.reason);
  return { kind: 'sizes', kernel, lane, place, cost, breakEven: even, outcome: outcomeOf(even.kind) };
}

/** Beyond the largest size nobody looked: what only a larger one could show stays open. */
function outcomeOf(kind: Exclude<BreakEven['kind'], 'not-measured'>): CaseOutcome {
  switch (kind) {
    case 'pays-from':
      return 'turns';
    case 'always':
      return 'win';
    case 'pays-up-to':
      return 'loss';
    case 'never':
    case 'pays-beyond':
    case 'inconclusive':
      return 'open';
  }
}
