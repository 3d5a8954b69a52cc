import { typescriptLane } from '../typescript-lane.ts';
import type { Lane } from '@crossover/model';

/** TypeScript on objects of a class whose fields are declared without an initialiser, which JavaScript then fills twice. */
export const typescriptClassFields: Lane = typescriptLane({
  id: 'typescript-class-fields',
  title: 'TypeScript (class fields without initialiser)',
  order: 5,
  source: 'typescript-class-fields.ts',
  standing: 'extra',
});
