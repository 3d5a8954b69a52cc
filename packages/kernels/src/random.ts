import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Random } from '@crossover/model';

/** Largest draw. */
const MOST = 2 ** 32 - 1;

/** The generator of all inputs: xoroshiro128+, seeded; equal on every machine. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const below = (bound: number): number => {
    // Every draw will do; and the bound would not fit into 32 bits, which V8 divides faster than what does not.
    if (bound === 2 ** 32) return generator.next() >>> 0;
    const divisor = bound >>> 0;
    // Rejection keeps every residue equally likely: of 2³² draws those are too many that would begin another round.
    const tooMany = ((MOST % divisor) + 1) % divisor;
    const most = MOST - tooMany;
    for (;;) {
      const draw = generator.next() >>> 0;
      if (draw <= most) return draw % divisor;
    }
  };
  return { below, fraction: () => (below(2 ** 26) * 2 ** 27 + below(2 ** 27)) * 2 ** -53 };
}
