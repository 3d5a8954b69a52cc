/** Digits that a measured number is shown with: more would promise what intervals of a per cent do not hold. */
const DIGITS = 3;

/** A number with three significant digits and without an exponent: `73.8`, `0.970`, `1230`. */
export function significant(value: number, digits: number = DIGITS): string {
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(digits));
  const whole = Math.floor(Math.log10(Math.abs(rounded))) + 1;
  return rounded.toFixed(Math.min(100, Math.max(0, digits - whole)));
}
