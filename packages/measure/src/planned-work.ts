import { ELEMENT_BYTES } from '@crossover/model';
import type { LoadedWork } from './workload-inputs.ts';
import type { PlannedWork } from '@crossover/model';

/**
 * What one operation on such inputs has to do. Bytes that must move are, where the kernel does not say otherwise, all
 * regions, each once. An input that leaves nothing to compute has no count.
 */
export function plannedWork({ kernel, parameters, inputs, layout }: LoadedWork): PlannedWork {
  const work = kernel.workCount(parameters, inputs);
  if (work.kind === 'not-counted') return work;
  const arenaBytes = layout.regions.reduce(
    (sum, { element, length }) => sum + length * ELEMENT_BYTES[element],
    0,
  );
  const { bytes = arenaBytes } = work;
  if (work.arithmetic > 0 && bytes > 0) return { ...work, bytes, arenaBytes };
  return { kind: 'not-counted', reason: 'this input leaves nothing to compute' };
}
