import { caseTable } from '../claims/case-columns.ts';
import { CASES_LEGEND, verdictSentence } from '../claims/claim-sentences.ts';
import { claimToneOf } from '../tone.ts';
import { claimVerdictWords, shownRatio } from '../claims/claim-words.ts';
import { pageEstimate } from './page-estimate.ts';
import { pageTable } from './page-table.ts';
import { pageText } from './page-text.ts';
import { symbolsOf } from '../symbols.ts';
import type { ClaimResult } from '@crossover/model';
import type { Origin } from '../next-commands.ts';
import type { PageEstimate } from './page-estimate.ts';
import type { PageTable } from './page-table.ts';
import type { Tone } from '../tone.ts';

const STYLE = { unicode: true };

/** What the run says on one sentence of the article, with all that speaks for and against it. */
export interface ClaimCard {
  readonly id: string;
  readonly statement: string;
  readonly article: string;
  readonly refutedWhen: string;
  readonly verdict: string;
  readonly tone: Tone;
  /** Why it has that verdict. */
  readonly sentence: string;
  /** The command that would measure it; empty where it was, or could not be. */
  readonly command: string;
  /** The mean over kernels, as the claim tells it. */
  readonly mean: PageEstimate | null;
  /** What all cases have in common. */
  readonly common: string;
  readonly cases: PageTable;
}

export function claimCards(
  claims: readonly ClaimResult[],
  { invocation = 'crossover' }: Origin,
): readonly ClaimCard[] {
  return claims.map((claim) => {
    const { id, statement, article, refutedWhen, verdict, measuredBy, overall, relation } = claim;
    const { common, columns, left } = caseTable(claim, STYLE);
    const isEmpty = (columns[0]?.texts.length ?? 0) === 0;
    return {
      id,
      statement: pageText(statement),
      article: pageText(article),
      refutedWhen: pageText(refutedWhen),
      verdict: claimVerdictWords(verdict),
      tone: claimToneOf(verdict),
      sentence: pageText(verdictSentence(claim, symbolsOf(STYLE))),
      command: measuredBy === undefined ? '' : pageText(`${invocation} ${measuredBy}`),
      mean: pageEstimate(overall && shownRatio(overall, relation)),
      common: pageText(common),
      cases: pageTable(
        `Cases: ${pageText(statement)}`,
        isEmpty ? [] : columns,
        verdict === 'not-measured' ? [] : left.map((text) => `Nothing of ${text}`),
      ),
    };
  });
}

/** What the tables of cases mean. */
export const CLAIM_CASES_NOTE: string = CASES_LEGEND;
