import { typescriptLane } from '../typescript-lane.ts';
import type { Lane } from '@crossover/model';

/** What Node has built in: nobody needs to write it. */
export const nodeCrypto: Lane = typescriptLane({
  id: 'node-crypto',
  title: 'node:crypto (built in)',
  order: 9,
  source: 'node-crypto.ts',
  standing: 'extra',
});
