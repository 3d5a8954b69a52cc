import { amdahlFit, interval, meanOf, scalingFit, uslFit } from '@crossover/statistics';
import { blockRatios } from './block-ratios.ts';
import type { CellTrials } from './cell-trials.ts';
import type { Estimate, Noise, ScalingLaw, ScalingResult } from '@crossover/model';
import type { ScalingPoint } from '@crossover/statistics';

type Fit = typeof amdahlFit;

/**
 * Both laws, fitted to every block that holds all numbers of workers, so that the parameters' intervals are those of
 * independent values. Which of them is better is asked of all blocks together.
 */
export function fittedLaws(
  basis: CellTrials,
  family: readonly CellTrials[],
  cores: number,
  noise: Noise,
): Pick<ScalingResult, 'amdahl' | 'usl' | 'better'> {
  const blocks = blockPoints(basis, family);
  const better = scalingFit(blocks.flat(), cores);
  return {
    amdahl: lawOf(amdahlFit, blocks, cores, noise),
    usl: lawOf(uslFit, blocks, cores, noise),
    ...(better.kind === 'fit' && blocks.length > 1 && { better: better.law }),
  };
}

function blockPoints(basis: CellTrials, family: readonly CellTrials[]): readonly (readonly ScalingPoint[])[] {
  const subjects = family.filter(({ cell }) => cell.workers > 1);
  const rows = subjects.map((trials) => ({
    workers: trials.cell.workers,
    speedUps: blockRatios(basis, trials),
  }));
  const shared = [...basis.completed[0].keys()].filter((block) =>
    rows.every(({ speedUps }) => speedUps.has(block)),
  );
  return shared.map((block) =>
    rows.map(({ workers, speedUps }) => ({ workers, ratio: 1 / speedUps.get(block)! })),
  );
}

function lawOf(
  fit: Fit,
  blocks: readonly (readonly ScalingPoint[])[],
  cores: number,
  noise: Noise,
): ScalingLaw {
  if (blocks.length < 2) {
    return {
      kind: 'refused',
      reason: `it needs 2 blocks with all numbers of workers; there are ${blocks.length}`,
    };
  }
  const together = fit(blocks.flat(), cores);
  if (together.kind === 'refused') {
    const reason =
      cores <= 2 ? `on ${cores} cores only the serial share of 2 workers can be told` : together.reason;
    return { kind: 'refused', reason };
  }
  const each = blocks.flatMap((points) => {
    const one = fit(points, cores);
    return one.kind === 'fit' ? [one] : [];
  });
  const parameter = (values: readonly number[]): Estimate => {
    const mean = meanOf(values);
    const { low, high } = interval(mean, noise);
    return { estimate: mean.mean, low: Math.max(0, low), high };
  };
  return {
    kind: 'fit',
    serial: parameter(each.map(({ serial }) => serial)),
    ...(together.law === 'usl' && { crosstalk: parameter(each.map(({ crosstalk }) => crosstalk)) }),
  };
}
