import { simdPath } from '@crossover/addon';
import { addonLane } from '../addon-lane.ts';
import type { Lane } from '@crossover/model';

/** Rust with the vector instructions that it finds on the machine. */
export const rustSimd: Lane = {
  ...addonLane({
    id: 'rust-simd',
    title: 'Rust (addon, SIMD)',
    order: 4,
    source: 'native_simd.rs',
    standing: 'tuned',
  }),
  instructions: simdPath,
};
