import { countsText, overallText } from './claim-words.ts';
import type { ClaimResult } from '@crossover/model';
import type { Symbols } from '../symbols.ts';

/** Why a claim has its verdict, in a sentence. */
export function verdictSentence(claim: ClaimResult, symbols: Symbols): string {
  const { verdict, reason } = claim;
  if (verdict === 'not-measured') return `Not measured: ${reason ?? ''}.`;
  const mean = overallText(claim, symbols);
  const facts = [countsText(claim), ...(mean === '' ? [] : [`over kernels ${mean}`])].join('; ');
  return `Cases: ${facts}${reason === undefined ? '' : `; ${reason}`}.`;
}

/** What the tables of cases mean. */
export const CASES_LEGEND =
  'A ratio under "as fast" is base over subject, so that above 1 the subject is faster; one under "as much" is subject over base. Intervals are those of each case alone. Verdicts hold for all cases of a claim together, with 95 % probability; with + the interval alone would say more, and with * a test that assumes no distribution does not confirm; with ! CPU time contradicts, since the slower cell waited for a core.';
