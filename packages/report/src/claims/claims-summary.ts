import { claimTint, claimVerdictWords, countsText, overallText, shownRatio } from './claim-words.ts';
import { formatInterval, formatRatio } from '../ratio.ts';
import { paintOf } from '../style.ts';
import { paragraph } from '../paragraph.ts';
import { saying } from '../table.ts';
import { symbolsOf } from '../symbols.ts';
import type { ClaimResult, Estimate } from '@crossover/model';
import type { Column } from '../table.ts';
import type { Style } from '../style.ts';
import type { Symbols } from '../symbols.ts';

/** As wide as the longest verdict of a claim that was measured. */
const VERDICT_WIDTH = 'inconclusive'.length + 2;

/** The title above the claims of a run. */
export const CLAIMS_TITLE = 'What the article says';

/** The claims of a run in short: a line or two for each that was measured, and the names of the others. */
export function claimsSummary(claims: readonly ClaimResult[], style: Style): string {
  const symbols = symbolsOf(style);
  const paint = paintOf(style);
  const lines = claims.filter(isMeasured).map((claim) => {
    const facts = [countsText(claim), overallText(claim, symbols)].filter((fact) => fact !== '').join('; ');
    const body = paragraph(
      `${claim.statement} ${facts}`,
      style.width,
      ' '.repeat(VERDICT_WIDTH),
      ' '.repeat(VERDICT_WIDTH),
    );
    const verdict = claimVerdictWords(claim.verdict);
    return claimTint(claim.verdict, paint)(verdict) + body.slice(verdict.length);
  });
  const others = claims.filter((claim) => !isMeasured(claim)).map(({ id }) => id);
  const rest = [
    ...(others.length === 0 ? [] : [`Not measured: ${others.join(', ')}.`]),
    claimsLegend(claims),
  ];
  return [
    paint.heading(CLAIMS_TITLE),
    ...lines,
    ...rest.map((text) => paint.aside(paragraph(text, style.width))),
  ].join('\n');
}

/** What the numbers mean; only what is there is explained. */
export function claimsLegend(claims: readonly ClaimResult[]): string {
  const counts =
    'A case is a pair of cells of a kernel. A claim is supported or refuted if at least half of its cases are decided, all in one direction; or by all kernels together, if none is against it.';
  const sizes = claims.some((claim) => claim.turns !== undefined && isMeasured(claim))
    ? ' Of claims on sizes a case is a kernel: better at every size, better up to some size only (worse), or it turns to the better at some size.'
    : '';
  const averaged = claims.filter(({ overall }) => overall !== undefined);
  if (averaged.length === 0) return `${counts}${sizes}`;
  const price = averaged.some(({ relation }) => relation === 'more');
  return `${counts}${sizes} The mean over kernels says how many times as fast the subject is${price ? '; of what costs more, how many times as much it costs' : ''}; with its 95 % interval over kernels.`;
}

/** The same as a table with a row for each claim. */
export function claimsColumns(claims: readonly ClaimResult[], symbols: Symbols): readonly Column[] {
  const column = (title: string, align: Column['align'], text: (claim: ClaimResult) => string): Column => ({
    title,
    align,
    texts: claims.map(text),
  });
  const count = (title: string, of: (claim: ClaimResult) => number): Column =>
    column(title, 'right', (claim) => (isMeasured(claim) ? String(of(claim)) : ''));
  return saying([
    column('verdict', 'left', ({ verdict }) => claimVerdictWords(verdict)),
    column('claim', 'left', ({ statement }) => statement),
    count('better', ({ wins }) => wins),
    count('same', ({ ties }) => ties),
    column('turns', 'right', (claim) =>
      claim.turns === undefined || !isMeasured(claim) ? '' : String(claim.turns),
    ),
    count('worse', ({ losses }) => losses),
    count('open', ({ open }) => open),
    column('mean', 'right', (claim) => shown(claim, (ratio) => formatRatio(ratio.estimate, symbols))),
    column('interval', 'left', (claim) => shown(claim, (ratio) => formatInterval(ratio, symbols))),
  ]);
}

/** Something of a claim's mean over kernels; nothing where there is none. */
function shown({ overall, relation }: ClaimResult, format: (mean: Estimate) => string): string {
  return overall === undefined ? '' : format(shownRatio(overall, relation));
}

function isMeasured({ verdict }: ClaimResult): boolean {
  return verdict !== 'not-measured';
}
