import { hasSource, loadKernel } from '@crossover/kernels';
import type { LaneId, Unavailable } from '@crossover/model';

/** Why a kernel has no such lane, when its folder does not hold the lane's source. */
export async function missingSource(
  kernelId: string,
  lane: LaneId,
  source: string,
): Promise<Unavailable | undefined> {
  if (hasSource(kernelId, source)) return undefined;
  const { absent } = await loadKernel(kernelId);
  return {
    reason: absent?.[lane] ?? `${kernelId} has no ${source}`,
    remedy: `the README of ${kernelId} says more`,
  };
}
