import { formatLevel } from './ratio.ts';
import type { Result } from '@crossover/model';

/** What the words and columns of an answer mean. */
export function legendOf({ noise, settings }: Result): string {
  const { looks } = settings;
  const level =
    looks.length > 1
      ? `with its interval (95 % over all ${looks.length} looks at which a kernel may end, ${formatLevel(noise.level)} at each)`
      : `with its ${formatLevel(noise.level)} interval`;
  return `Speed-up: how many times faster than TypeScript on a single thread, ${level}; below 5 % it counts as the same. Interaction below 1: rewriting and cores together gain less than one times the other.`;
}
