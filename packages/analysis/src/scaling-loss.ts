import { meanOf, ratioOf } from '@crossover/statistics';
import { cpuOf, wallOf } from './cell-trials.ts';
import type { CellTrials } from './cell-trials.ts';
import type { Estimate, Noise, ScalingLoss } from '@crossover/model';

/**
 * Splits a speed-up T₁ ÷ T into p × (C₁ ÷ C) × (C ÷ (p × T)) × (T₁ ÷ C₁), block by block, T wall and C CPU time. Undefined
 * where no block tells all four.
 */
export function lossOf(basis: CellTrials, subject: CellTrials, noise: Noise): ScalingLoss | undefined {
  const { workers } = subject.cell;
  const blocks = [...basis.completed[0]].flatMap(([block, first]) => {
    const trial = subject.completed[0].get(block);
    if (trial === undefined) return [];
    const [t1, c1, t, c] = [wallOf(first), cpuOf(first), wallOf(trial), cpuOf(trial)];
    return c1 > 0 && c > 0 ? [{ work: c1 / c, utilisation: c / (workers * t), occupancy: t1 / c1 }] : [];
  });
  if (blocks.length === 0) return undefined;
  const mean = (factor: (block: (typeof blocks)[number]) => number): Estimate =>
    ratioOf(meanOf(blocks.map((block) => Math.log(factor(block)))), noise);
  return {
    ideal: workers,
    work: mean(({ work }) => work),
    utilisation: mean(({ utilisation }) => utilisation),
    occupancy: mean(({ occupancy }) => occupancy),
  };
}
