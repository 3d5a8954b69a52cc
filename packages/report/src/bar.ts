import type { Estimate } from '@crossover/model';
import type { Symbols } from './symbols.ts';

/** Right end of the scale on which speed-ups are drawn: shows all estimates, and most of their intervals. */
export function scaleOf(speedUps: readonly Estimate[]): number {
  return speedUps.reduce((end, { estimate, high }) => Math.max(end, Math.min(high, estimate * 1.25)), 1);
}

/** A speed-up as a bar from 0: solid up to the lower end of its interval, light up to the upper end. */
export function bar(speedUp: Estimate, end: number, width: number, symbols: Symbols): string {
  const column = (value: number): number => Math.round((Math.max(0, Math.min(value, end)) / end) * width);
  const solid = column(speedUp.low);
  const light = Math.max(0, column(speedUp.high) - solid);
  const drawn = symbols.certain.repeat(solid) + symbols.possible.repeat(light);
  // Half a column of slack: a bar that only just fits does not go on.
  const goesOn = speedUp.high > end * (1 + 0.5 / width);
  return goesOn ? drawn.slice(0, -1) + symbols.beyond : drawn;
}
