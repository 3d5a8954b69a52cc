import { element } from './element.ts';
import { shareOn } from './ratio-axis.ts';
import type { PageEstimate } from '@crossover/report';
import type { RatioAxis } from './ratio-axis.ts';

/** A ratio as a dot with its interval on a line of text; it repeats what stands beside it, and is hidden from readers. */
export function ratioTrack(ratio: PageEstimate | null, axis: RatioAxis, isDecided: boolean): HTMLElement {
  const percent = (value: number): string => `${(100 * shareOn(axis, value)).toFixed(1)}%`;
  const one = element('span', { class: 'track-one' });
  one.style.left = percent(1);
  const track = element('span', { class: 'track', 'aria-hidden': 'true' }, one);
  if (ratio === null) return track;
  const { estimate, low, high } = ratio;
  const range = element('span', { class: 'track-range' });
  range.style.left = percent(low ?? axis.low);
  range.style.right = `${(100 - 100 * shareOn(axis, high ?? axis.high)).toFixed(1)}%`;
  const dot = element('span', { class: isDecided ? 'track-dot' : 'track-dot open' });
  dot.style.left = percent(estimate);
  track.append(range, dot);
  return track;
}
