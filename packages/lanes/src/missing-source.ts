import { hasSource } from '@crossover/kernels';
import type { Unavailable } from '@crossover/model';

/** Why a kernel has no such lane, when its folder does not hold the lane's source. */
export function missingSource(kernelId: string, source: string): Unavailable | undefined {
  if (hasSource(kernelId, source)) return undefined;
  return {
    reason: `${kernelId} has no ${source}`,
    remedy: `see the kernel's README for why, or write it`,
  };
}
