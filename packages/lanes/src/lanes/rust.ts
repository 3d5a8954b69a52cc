import { addonLane } from '../addon-lane.ts';
import type { Lane } from '@crossover/model';

/** Rust in a Node-API addon. */
export const rust: Lane = addonLane({
  id: 'rust',
  title: 'Rust (addon)',
  order: 2,
  source: 'native.rs',
  standing: 'plain',
});
