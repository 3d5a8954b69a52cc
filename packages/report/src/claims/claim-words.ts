import { formatRange, formatRatio } from '../ratio.ts';
import { claimToneOf } from '../tone.ts';
import { verdictOf } from '../verdict-words.ts';
import { isBounded, UNBOUNDED } from '@crossover/model';
import type {
  ClaimRelation,
  ClaimResult,
  ClaimVerdict,
  Estimate,
  JudgedCase,
  Metric,
  PlaceCase,
} from '@crossover/model';
import type { Paint } from '../style.ts';
import type { Symbols } from '../symbols.ts';

/** A verdict as it stands in front of a claim. */
export function claimVerdictWords(verdict: ClaimVerdict): string {
  return verdict === 'not-measured' ? 'not measured' : verdict;
}

/** Emphasis of a verdict on a claim. */
export function claimTint(verdict: ClaimVerdict, paint: Paint): (text: string) => string {
  switch (claimToneOf(verdict)) {
    case 'good':
      return paint.good;
    case 'bad':
      return paint.bad;
    case 'same':
    case 'open':
      return paint.heading;
    case 'none':
      return paint.aside;
  }
}

/** What its cells are compared by. */
export function metricWords(metric: Metric): string {
  switch (metric) {
    case 'wall':
      return 'time of an operation';
    case 'cpu':
      return 'CPU time of an operation';
    case 'start':
      return 'time to start';
    case 'copies':
      return 'how many times as long messages make an operation';
    case 'peak-memory':
      return 'highest resident memory';
    case 'proportional-memory':
      return 'memory, shared pages divided';
  }
}

/** The verdict on a case: of memory there is more or less, and everything else is time. */
export function caseVerdictWords(one: JudgedCase | PlaceCase): string {
  const words = verdictOf(one);
  return one.metric.endsWith('memory') ? words.replace('faster', 'less').replace('slower', 'more') : words;
}

/** `3 for it, 1 against, 4 open`. */
export function countsText({ inFavour, against, open }: ClaimResult): string {
  return `${inFavour} for it, ${against} against, ${open} open`;
}

/** What a ratio of a claim's cases says: of claims that the subject needs more, how many times as much it needs. */
export function shownRatio(ratio: Estimate, relation: ClaimRelation | undefined): Estimate {
  return relation === 'more' ? inverse(ratio) : ratio;
}

/** The mean over kernels with its interval, in words; nothing where there is none. */
export function overallText(
  { overall, relation }: Pick<ClaimResult, 'overall' | 'relation'>,
  symbols: Symbols,
): string {
  if (overall === undefined) return '';
  const ratio = shownRatio(overall, relation);
  const range = isBounded(ratio) ? ` (${formatRange(ratio, symbols)})` : '';
  return `${formatRatio(ratio.estimate, symbols)}${range}`;
}

function inverse({ estimate, low, high }: Estimate): Estimate {
  return { estimate: oneOver(estimate), low: oneOver(high), high: oneOver(low) };
}

/** Where an interval has no end, neither has its inverse. */
function oneOver(value: number): number {
  if (value === 0) return UNBOUNDED;
  return value === UNBOUNDED ? 0 : Math.min(UNBOUNDED, 1 / value);
}
