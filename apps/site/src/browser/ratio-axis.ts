import { formatRatio, symbolsOf } from '@crossover/report';
import type { PageEstimate } from '@crossover/report';

const SYMBOLS = symbolsOf({ unicode: true });

/** Room beside the outermost mark, as a factor. */
const MARGIN = 1.15;

/** Ratios on a logarithmic scale, on which ×2 and ×½ are as far from ×1. */
export interface RatioAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Ends so far from the estimates say only that nothing is known; the scale is not made for them. */
const MOST_BEYOND = 3;

/** The scale that shows all estimates and ×1, and the intervals as far as they are not astronomical. */
export function ratioAxis(estimates: readonly (PageEstimate | null)[]): RatioAxis {
  let [low, high] = [1 / 1.5, 1.5];
  for (const one of estimates) {
    if (one === null) continue;
    const { estimate } = one;
    low = Math.min(low, Math.max(one.low ?? estimate, estimate / MOST_BEYOND));
    high = Math.max(high, Math.min(one.high ?? estimate, estimate * MOST_BEYOND));
  }
  [low, high] = [low / MARGIN, high * MARGIN];
  return { low, high, ticks: ticksBetween(low, high) };
}

const MOST_TICKS = 7;

function ticksBetween(low: number, high: number): readonly number[] {
  const steps = [[1, 2, 5], [1, 3], [1]];
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  for (const step of steps) {
    const ticks: number[] = [];
    for (let power = first; power <= last; power++) {
      for (const digit of step) {
        const tick = Number(`${digit}e${power}`);
        if (tick >= low && tick <= high) ticks.push(tick);
      }
    }
    if (ticks.length <= MOST_TICKS) return ticks;
  }
  return [low, 1, high];
}

/** Where a ratio lies on the axis, between 0 and 1; at an end where it lies beyond. */
export function shareOn({ low, high }: RatioAxis, ratio: number): number {
  const share = Math.log(ratio / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, share));
}

/** A ratio beside a tick: `×2`, `×0.5`. */
export function tickText(ratio: number): string {
  return formatRatio(ratio, SYMBOLS).replace(/\.0+$|(\.\d*?)0+$/, '$1');
}
