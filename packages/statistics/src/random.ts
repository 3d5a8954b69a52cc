import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Standard normal numbers for simulations, the same ones for the same seed (Box and Muller 1958). */
export function seededNormal(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => {
    // 1 - u is never 0, whose logarithm is infinite.
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)));
    return radius * Math.cos(2 * Math.PI * uniformFloat64(generator));
  };
}
