import { meanOf, ratioOf, verdictOf, welch } from '@crossover/statistics';
import { claimOutcome } from './claim-outcome.ts';
import { outcomeOf } from './claim-verdict.ts';
import { placesCommand } from './measuring-command.ts';
import type { ClaimOutcome } from './claim-outcome.ts';
import type { PlacesClaim } from './claim.ts';
import type { MeasuredFloor, ModeId, Noise, PlaceCase, RunRecord } from '@crossover/model';

/**
 * Compares the floors of two places: in each run every floor is measured in several processes, which are two independent
 * groups (Welch). Their interval is as much wider as all of the run.
 */
export function judgePlaces(
  { base, subject, relation }: PlacesClaim,
  records: readonly RunRecord[],
  noise: Noise,
  cores: number,
): ClaimOutcome {
  const [first, second] = [base, subject].map((mode) => floorsIn(records, mode, cores));
  const cases = compared(first!, second!, noise);
  const outcome = claimOutcome(relation, cases, noise, placesCommand([base, subject], cores));
  if (cases.length > 0) return outcome;
  const lacking = first!.length === 0 ? base : subject;
  return { ...outcome, reason: `the run has no floor of ${lacking}, one worker per core` };
}

function floorsIn(records: readonly RunRecord[], mode: ModeId, cores: number): readonly MeasuredFloor[] {
  return records.flatMap((record) => {
    if (record.kind !== 'floor' || record.status !== 'ok') return [];
    const { placement, processes, workers, emptyNs } = record;
    const own = placement === undefined && processes === undefined && workers === cores;
    return own && record.mode === mode && emptyNs > 0 ? record : [];
  });
}

function compared(
  base: readonly MeasuredFloor[],
  subject: readonly MeasuredFloor[],
  { inflation, verdictsWithheld }: Noise,
): readonly PlaceCase[] {
  const [first, second] = [base[0], subject[0]];
  if (first === undefined || second === undefined) return [];
  const ratio = ratioOf(welch(logMean(base), logMean(subject)), { inflation });
  const verdict = verdictsWithheld ? 'withheld' : verdictOf(ratio);
  return [
    {
      kind: 'places',
      base: first.place,
      subject: second.place,
      metric: 'round-trip',
      ratio,
      verdict,
      outcome: outcomeOf(verdict),
    },
  ];
}

function logMean(floors: readonly MeasuredFloor[]): ReturnType<typeof meanOf> {
  return meanOf(floors.map(({ emptyNs }) => Math.log(emptyNs)));
}
