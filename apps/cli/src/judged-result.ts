import { analyse, furtherAnswers } from '@crossover/analysis';
import { judgeClaims } from '@crossover/claims';
import { sourceSizeOf } from '@crossover/kernels';
import { LANES } from '@crossover/lanes';
import type { Result } from '@crossover/model';
import type { MeasuredRun, SourceSizeOf } from '@crossover/analysis';

/** A run analysed, with what it says of sizes, workers and prices, and on the article's claims. */
export function judgedResult(run: MeasuredRun): Result {
  const result = analyse(run);
  const further = furtherAnswers(run, result, sourceSize);
  const claims = judgeClaims(run, {
    sourceBytes: (kernel, lane) => sourceSize(kernel, lane)?.gzipBytes,
    breakEven: further.breakEven,
  });
  return { ...result, ...further, claims };
}

/** How much code a lane is, in the sources that this command was built with. */
const sourceSize: SourceSizeOf = (kernel, lane) => {
  const source = LANES.find(({ id }) => id === lane)?.source;
  return source === undefined ? undefined : sourceSizeOf(kernel, source);
};
