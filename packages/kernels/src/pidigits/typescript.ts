import { UNDERESTIMATE } from './params.ts';

/** Quotients are estimated from what is left of `den` below this bound. */
const LEADING_BOUND = 1n << 128n;

/** The only item is the whole number: its first `count` digits. */
export function pidigits(count: number, digits: Uint8Array, start: number, end: number): void {
  if (start < end) spell(count, digits);
}

/** What is left of the number, times `den`, is at least `digit × den + rest`, and at most that and `num`. */
function spell(count: number, digits: Uint8Array): void {
  let num = 1n;
  let rest = 3n;
  let den = 1n;
  let digit = 0;
  // Bits of rest and den that an estimate leaves out.
  let shift = 0n;
  let place = 0;
  for (let k = 1; place < count; k++) {
    rest = rest * BigInt(2 * k + 1) + num * BigInt(k - 1);
    num *= BigInt(k);
    den *= BigInt(2 * k + 1);
    if (rest >= den) {
      while (den >> shift >= LEADING_BOUND) shift += 64n;
      const quotient = estimate(rest >> shift, den >> shift);
      digit += quotient;
      rest -= BigInt(quotient) * den;
      while (rest >= den) {
        digit++;
        rest -= den;
      }
    }
    if (rest + num < den) {
      digits[place] = digit;
      place++;
      digit = 0;
      rest *= 10n;
      num *= 10n;
    }
  }
}

/** The quotient or one less. A division of the whole numbers would cost more than all the rest. */
function estimate(rest: bigint, den: bigint): number {
  return Math.trunc((Number(rest) / Number(den)) * UNDERESTIMATE);
}
