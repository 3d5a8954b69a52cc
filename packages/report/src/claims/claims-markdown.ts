import { caseTable } from './case-columns.ts';
import { CASES_LEGEND, verdictSentence } from './claim-sentences.ts';
import { claimVerdictWords } from './claim-words.ts';
import { claimsColumns, CLAIMS_TITLE, claimsLegend } from './claims-summary.ts';
import { markdownCode, markdownText } from '../markdown-text.ts';
import { markdownGrid } from '../markdown-grid.ts';
import { symbolsOf } from '../symbols.ts';
import type { ClaimResult } from '@crossover/model';

const STYLE = { unicode: true };
const SYMBOLS = symbolsOf(STYLE);

/** The claims of a run as one table, for a document that is about more. */
export function claimsMarkdownTable(claims: readonly ClaimResult[]): string {
  return `${markdownGrid(claimsColumns(claims, SYMBOLS))}\n\n${markdownText(claimsLegend(claims))}`;
}

/** Claims with all that speaks for and against them, as a document. */
export function renderClaimsMarkdown(claims: readonly ClaimResult[]): string {
  const sections = [`# ${CLAIMS_TITLE}`, claimsMarkdownTable(claims), ...claims.flatMap(section)];
  return `${[...sections, markdownText(CASES_LEGEND)].join('\n\n')}\n`;
}

function section(claim: ClaimResult): readonly string[] {
  const { id, statement, article, refutedWhen, verdict, measuredBy } = claim;
  const { common, columns, left } = caseTable(claim, STYLE);
  const facts = [
    markdownCode(id),
    `The article: ${markdownText(article)}`,
    `Refuted when: ${markdownText(refutedWhen)}`,
    markdownText(verdictSentence(claim, SYMBOLS)),
    ...(measuredBy === undefined ? [] : [markdownCode(`crossover ${measuredBy}`)]),
    ...(common === '' ? [] : [markdownText(common)]),
    ...(verdict === 'not-measured' ? [] : left.map((text) => `Nothing of ${markdownText(text)}`)),
  ];
  return [
    `## ${markdownText(`${claimVerdictWords(verdict)}: ${statement}`)}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...(common === '' && columns[0]?.texts.length === 0 ? [] : [markdownGrid(columns)]),
  ];
}
