import { typescriptLane } from '../typescript-lane.ts';
import type { Lane } from '@crossover/model';

/** Plain TypeScript on typed arrays. */
export const typescript: Lane = typescriptLane({
  id: 'typescript',
  title: 'TypeScript',
  order: 0,
  source: 'typescript.ts',
  standing: 'plain',
});
