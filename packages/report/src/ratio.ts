import { isBounded } from '@crossover/model';
import { significant } from './significant.ts';
import type { Estimate } from '@crossover/model';
import type { Symbols } from './symbols.ts';

/** Beyond this, bounds are shown as a power of ten: their digits mean nothing. */
const ASTRONOMICAL = 1e6;

/** A ratio with its sign: `×1.94`. */
export function formatRatio(ratio: number, { times }: Pick<Symbols, 'times'>): string {
  return `${times}${digits(ratio)}`;
}

/** The interval of a ratio: `1.91–1.97`; nothing where it has no end. */
export function formatInterval(interval: Estimate, { to }: Pick<Symbols, 'to'>): string {
  return isBounded(interval) ? `${digits(interval.low)}${to}${digits(interval.high)}` : '';
}

/** The interval of a ratio within a sentence: `×0.97–1.02`. */
export function formatRange(interval: Estimate, symbols: Pick<Symbols, 'times' | 'to'>): string {
  return `${symbols.times}${formatInterval(interval, symbols)}`;
}

/** Half-width of an interval as a share of its estimate: `±1.2 %`; nothing where it has no end. */
export function formatHalfWidth(interval: Estimate, { plusMinus }: Pick<Symbols, 'plusMinus'>): string {
  if (!isBounded(interval) || interval.low <= 0) return '';
  return `${plusMinus}${formatPercent(Math.sqrt(interval.high / interval.low) - 1)}`;
}

/** A share as a percentage: `1.2 %`. */
export function formatPercent(share: number): string {
  return share < 0.0005 ? '<0.1 %' : `${(share * 100).toFixed(share < 0.0995 ? 1 : 0)} %`;
}

/** A share that was set and not measured, as a percentage: `5 %`. */
export function formatMargin(share: number): string {
  return formatLevel(share);
}

/** The level of an interval: `99.55 %`. */
export function formatLevel(level: number): string {
  return `${Number((level * 100).toFixed(2))} %`;
}

function digits(ratio: number): string {
  if (ratio >= ASTRONOMICAL) return ratio.toExponential(0);
  if (ratio < 0.1) return significant(ratio, 2);
  // Two decimals around 1, where small differences count.
  return ratio < 9.995 ? ratio.toFixed(2) : significant(ratio);
}
