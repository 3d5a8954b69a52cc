import { hasSource, loadKernel } from '@crossover/kernels';
import type { LaneIdentity } from './lane-identity.ts';
import type { Unavailable } from '@crossover/model';

/** Why a kernel has no such lane, when its folder does not hold the lane's source. */
export async function missingSource(
  kernelId: string,
  { id, source, standing }: Pick<LaneIdentity, 'id' | 'source' | 'standing'>,
): Promise<Unavailable | undefined> {
  if (hasSource(kernelId, source)) return undefined;
  if (standing !== 'plain') {
    const reason = `${kernelId} has no ${standing} lane ${id}: there is no ${source} in its folder`;
    return { reason, remedy: 'use its plain lanes' };
  }
  const { absent } = await loadKernel(kernelId);
  return {
    reason: absent?.[id] ?? `${kernelId} has no ${source}`,
    remedy: `the README of ${kernelId} says more`,
  };
}
