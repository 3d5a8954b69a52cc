import { billOf } from './bill.ts';
import { breakEvens } from './break-even.ts';
import { evidenceOf } from './evidence.ts';
import { rooflineOf } from './roofline.ts';
import { scalings } from './scaling.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { SourceSizeOf } from './bill.ts';
import type { Result } from '@crossover/model';

/**
 * What a run says beside its verdicts: from which size on a lever pays, how it scales, its bill, and its roofline. Apart from `analyse`, which is
 * asked again after every kernel, since fits over blocks take their time.
 */
export function furtherAnswers(
  run: MeasuredRun,
  result: Pick<Result, 'cells' | 'kernels'>,
  sourceSizeOf?: SourceSizeOf,
): Pick<Result, 'breakEven' | 'scaling' | 'bill' | 'roofline'> {
  const evidence = evidenceOf(run);
  const breakEven = breakEvens(evidence, run.plan.settings.seed);
  const scaling = scalings(evidence, run.head.fingerprint, run.records);
  const bill = billOf(result, sourceSizeOf);
  const roofline = rooflineOf(run, result.cells);
  return {
    ...(breakEven && { breakEven }),
    ...(scaling && { scaling }),
    ...(bill && { bill }),
    ...(roofline && { roofline }),
  };
}
