import { isBounded } from '@crossover/model';
import { formatInterval, formatRatio } from '../ratio.ts';
import { symbolsOf } from '../symbols.ts';
import type { Estimate } from '@crossover/model';

const SYMBOLS = symbolsOf({ unicode: true });

/** An estimate that can be drawn: finite, above 0, its ends too; an end that is none is null. */
export interface PageEstimate {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Beyond this a number cannot be drawn beside others; it is still told. */
const MOST_DRAWN = 1e9;

/** The estimate as it is drawn; null where it is no number, or one that no scale can show. */
export function pageEstimate(estimate: Estimate | undefined): PageEstimate | null {
  if (estimate === undefined || !isDrawn(estimate.estimate)) return null;
  const { low, high } = estimate;
  return {
    estimate: short(estimate.estimate),
    low: isDrawn(low) ? short(low) : null,
    high: isDrawn(high) ? short(high) : null,
  };
}

function isDrawn(value: number): boolean {
  return value > 1 / MOST_DRAWN && value < MOST_DRAWN;
}

/** A number as JSON can hold it; null where it is none. */
export function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** Enough digits for every drawing, and few enough that a page of many samples stays small. */
const DIGITS = 4;

export function short(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** A ratio as text; a dash where it is no number. */
export function ratioText({ estimate }: Estimate): string {
  return Number.isFinite(estimate) ? formatRatio(estimate, SYMBOLS) : SYMBOLS.none;
}

/** Its interval; nothing where it has no end. */
export function intervalText(estimate: Estimate): string {
  const isShown = isBounded(estimate) && Number.isFinite(estimate.low) && Number.isFinite(estimate.high);
  return isShown ? formatInterval(estimate, SYMBOLS) : '';
}
