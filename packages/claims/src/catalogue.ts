import { CrossoverError } from '@crossover/model';
import { CORES_CLAIMS } from './claims/cores.ts';
import { LANGUAGE_CLAIMS } from './claims/language.ts';
import { PROCESS_CLAIMS } from './claims/processes.ts';
import { SIZE_CLAIMS } from './claims/sizes.ts';
import { UNDECIDABLE_CLAIMS } from './claims/undecidable.ts';
import type { Claim } from './claim.ts';

/** All claims, in the order in which they are shown. */
export const CLAIMS: readonly Claim[] = [
  ...LANGUAGE_CLAIMS,
  ...CORES_CLAIMS,
  ...PROCESS_CLAIMS,
  ...SIZE_CLAIMS,
  ...UNDECIDABLE_CLAIMS,
];

/** @throws CrossoverError `usage` that lists the claims that there are. */
export function claimOf(id: string): Claim {
  const found = CLAIMS.find((claim) => claim.id === id);
  if (found !== undefined) return found;
  throw new CrossoverError({
    code: 'usage',
    message: `there is no claim ${JSON.stringify(id)}`,
    hint: `one of: ${CLAIMS.map((claim) => claim.id).join(', ')}`,
  });
}
