import { caseTable } from './case-columns.ts';
import { CASES_LEGEND, verdictSentence } from './claim-sentences.ts';
import { claimTint, claimVerdictWords } from './claim-words.ts';
import { paintOf } from '../style.ts';
import { paragraph } from '../paragraph.ts';
import { plainText } from '../plain-text.ts';
import { symbolsOf } from '../symbols.ts';
import { table, tableWidth } from '../table.ts';
import type { CaseTable } from './case-columns.ts';
import type { ClaimResult } from '@crossover/model';
import type { Style } from '../style.ts';

/**
 * Claims with all that speaks for and against them.
 * @param invocation how the command line is called here
 */
export function renderClaims(
  claims: readonly ClaimResult[],
  style: Style,
  invocation: string = 'crossover',
): string {
  const paint = paintOf(style);
  const legend = claims.some(({ perKernel }) => perKernel.length > 0)
    ? [paint.aside(paragraph(CASES_LEGEND, style.width))]
    : [];
  return [...claims.map((claim) => block(claim, style, invocation)), ...legend].join('\n\n');
}

function block(claim: ClaimResult, style: Style, invocation: string): string {
  const paint = paintOf(style);
  const { id, statement, article, refutedWhen, verdict } = claim;
  const say = (text: string): string => paragraph(plainText(text, style), style.width, '    ', '  ');
  const cases = caseTable(claim, style);
  return [
    paragraph(`${claimTint(verdict, paint)(claimVerdictWords(verdict))}: ${statement}`, style.width),
    paint.aside(`  ${id}`),
    paint.aside(say(`The article: ${article}`)),
    paint.aside(say(`Refuted when: ${refutedWhen}`)),
    say(verdictSentence(claim, symbolsOf(style))),
    ...(claim.measuredBy === undefined ? [] : [`  ${invocation} ${claim.measuredBy}`]),
    ...caseLines(cases, style),
    ...(verdict === 'not-measured' ? [] : cases.left.map((text) => paint.aside(say(`Nothing of ${text}`)))),
  ].join('\n');
}

function caseLines({ common, columns }: CaseTable, style: Style): readonly string[] {
  const [first] = columns;
  if (first === undefined || first.texts.length === 0) return [];
  const head = common === '' ? [] : [paragraph(common, style.width, '    ', '  ')];
  if (tableWidth(columns) + 2 <= style.width) {
    const lines = table(columns, paintOf(style), symbolsOf(style)).split('\n');
    return [...head, ...lines.map((line) => `  ${line}`)];
  }
  const rows = first.texts.map((kernel, row) => {
    const facts = columns.slice(1).map(({ texts }) => texts[row] ?? '');
    return paragraph(
      `${kernel}: ${facts.filter((fact) => fact !== '').join(', ')}`,
      style.width,
      '    ',
      '  ',
    );
  });
  return [...head, ...rows];
}
