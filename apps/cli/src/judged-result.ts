import { analyse } from '@crossover/analysis';
import { judgeClaims } from '@crossover/claims';
import { sourceSizeOf } from '@crossover/kernels';
import { LANES } from '@crossover/lanes';
import type { LaneId, Result } from '@crossover/model';
import type { MeasuredRun } from '@crossover/analysis';

/** A run analysed, with what it says on the article's claims. */
export function judgedResult(run: MeasuredRun): Result {
  return { ...analyse(run), claims: judgeClaims(run, sourceBytes) };
}

/** How much code a lane is, in the sources that this command was built with. */
function sourceBytes(kernel: string, lane: LaneId): number | undefined {
  const source = LANES.find(({ id }) => id === lane)?.source;
  return source === undefined ? undefined : sourceSizeOf(kernel, source)?.gzipBytes;
}
