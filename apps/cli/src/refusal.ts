import { claimOf } from '@crossover/claims';
import { EXIT } from './exit-code.ts';
import { INVOCATION } from './invocation.ts';
import { messageOf } from './message.ts';
import type { Demand } from './demand.ts';
import type { ExitCode } from './exit-code.ts';
import type { ClaimResult, Failure, Result } from '@crossover/model';

/** Why a result is not what was demanded of it. */
interface Refusal extends Pick<Failure, 'message' | 'hint'> {
  readonly code: typeof EXIT.refuted | typeof EXIT.inconclusive;
}

/** What a result must hold for demands to be looked at. */
export type Judged = Pick<Result, 'levers' | 'noise' | 'claims'>;

/** @throws CrossoverError `usage` that lists the claims, where one is demanded that there is not. */
export function checkDemands(demands: readonly Demand[]): void {
  for (const demand of demands) if (demand.kind === 'claim') claimOf(demand.id);
}

/**
 * The exit code of a run whose cells are all right, given what was demanded of it; each demand that is not met says so
 * on stderr. That a claim does not hold counts before what is open.
 */
export function refusalOf(result: Judged, demands: readonly Demand[]): ExitCode {
  const refusals = demands.flatMap((demand) => refuse(result, demand) ?? []);
  for (const { message, hint } of refusals) {
    process.stderr.write(messageOf({ code: 'usage', message, ...(hint !== undefined && { hint }) }));
  }
  const codes = new Set(refusals.map(({ code }) => code));
  if (codes.has(EXIT.refuted)) return EXIT.refuted;
  return codes.has(EXIT.inconclusive) ? EXIT.inconclusive : EXIT.fine;
}

const MORE_BLOCKS = 'more blocks narrow the intervals: --profile standard';

function refuse(result: Judged, demand: Demand): Refusal | undefined {
  switch (demand.kind) {
    case 'inconclusive':
      return openLevers(result);
    case 'claim': {
      const claim = result.claims?.find(({ id }) => id === demand.id);
      return claim && unmet(claim);
    }
  }
}

function openLevers({ levers, noise }: Judged): Refusal | undefined {
  const open = levers.filter(({ lever }) => lever === 'inconclusive').map(({ kernel }) => kernel);
  if (open.length === 0 && !noise.verdictsWithheld) return undefined;
  const message = open.length === 0 ? 'verdicts are withheld' : `no verdict on ${open.join(', ')}`;
  return { code: EXIT.inconclusive, message, hint: MORE_BLOCKS };
}

function unmet(claim: ClaimResult): Refusal | undefined {
  const { id, verdict, reason = '', inFavour, against, open, measuredBy } = claim;
  switch (verdict) {
    case 'supported':
      return undefined;
    case 'refuted':
    case 'mixed':
      return {
        code: EXIT.refuted,
        message: `the claim ${id} is ${verdict}: ${inFavour} for it, ${against} against, ${open} open`,
      };
    case 'inconclusive':
      return {
        code: EXIT.inconclusive,
        message: `the claim ${id} is inconclusive: ${reason}`,
        hint: MORE_BLOCKS,
      };
    case 'not-measured':
      return {
        code: EXIT.inconclusive,
        message: `the claim ${id} is not measured: ${reason}`,
        ...(measuredBy !== undefined && { hint: `${INVOCATION} ${measuredBy}` }),
      };
  }
}
