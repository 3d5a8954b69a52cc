import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Random } from '@crossover/model';

/** The generator of all inputs: xoroshiro128+, seeded; equal on every machine. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const below = (bound: number): number => {
    // Every draw will do; the general way below is much slower here, where numbers exceed 32 bits.
    if (bound === 2 ** 32) return generator.next() >>> 0;
    // Rejection keeps every residue equally likely.
    const fair = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const draw = generator.next() >>> 0;
      if (draw < fair) return draw % bound;
    }
  };
  return { below, fraction: () => (below(2 ** 26) * 2 ** 27 + below(2 ** 27)) * 2 ** -53 };
}
