import { hasSource, loadKernel } from '@crossover/kernels';
import type { LaneIdentity } from './lane-identity.ts';
import type { Unavailable } from '@crossover/model';

/** Why a kernel has no such lane, when its folder does not hold the lane's source. */
export async function missingSource(
  kernelId: string,
  { id, source, tuned }: Pick<LaneIdentity, 'id' | 'source' | 'tuned'>,
): Promise<Unavailable | undefined> {
  if (hasSource(kernelId, source)) return undefined;
  if (tuned) {
    return { reason: `${kernelId} is not tuned: it has no ${source}`, remedy: 'use its plain lanes' };
  }
  const { absent } = await loadKernel(kernelId);
  return {
    reason: absent?.[id] ?? `${kernelId} has no ${source}`,
    remedy: `the README of ${kernelId} says more`,
  };
}
