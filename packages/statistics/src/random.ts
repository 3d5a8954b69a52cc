import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
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

/** Numbers spread evenly from 0 up to, but not including, 1; the same ones for the same seed. */
export function seededUniform(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** Draws as many values as there are, each time from all of them; the same draws for the same seed. */
export function seededResampling<Value>(values: readonly Value[], seed: number): () => readonly Value[] {
  const generator = xoroshiro128plus(seed);
  return () => values.map(() => values[uniformInt(generator, 0, values.length - 1)]!);
}
