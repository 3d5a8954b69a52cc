import { isStandard, standingOf } from '@crossover/model';
import { geometricMean } from '@crossover/statistics';
import { gains } from './lever.ts';
import type { Cell, Comparison, Estimate, OverallEffect } from '@crossover/model';

/** With fewer, an interval over kernels says nothing. */
const FEWEST_KERNELS = 3;

/** A cell's comparison with the base of its kernel. */
export interface ComparedCell {
  readonly cell: Cell;
  readonly comparison: Comparison;
}

/**
 * Every lane in every mode over all kernels that have it, but for extra lanes, which are about one kernel each, and
 * for further modes and tuned placements.
 * Fixed groups, so that nothing is picked by its result.
 * The interval is over kernels: it speaks of kernels like these, not of repeating the same ones.
 */
export function overallEffects(compared: readonly ComparedCell[]): readonly OverallEffect[] {
  const levers = compared.filter(({ cell }) => standingOf(cell.lane) !== 'extra' && isStandard(cell));
  const groups = Map.groupBy(levers, ({ cell }) =>
    [cell.workload, cell.lane, cell.mode, cell.workers].join('/'),
  );
  return [...groups.values()].flatMap((group) => effectOf(group) ?? []);
}

function effectOf(group: readonly ComparedCell[]): OverallEffect | undefined {
  const cell = group.at(0)?.cell;
  if (cell === undefined) return undefined;
  const { workload, lane, mode, workers } = cell;
  const speedUp = meanSpeedUp(group);
  return { workload, lane, mode, workers, ...scores(group), ...(speedUp && { speedUp }) };
}

function scores(
  group: readonly ComparedCell[],
): Pick<OverallEffect, 'wins' | 'ties' | 'losses' | 'undecided'> {
  const verdicts = group.map(({ comparison }) => comparison.verdict);
  const wins = verdicts.filter((verdict) => gains(verdict) === true).length;
  const ties = verdicts.filter((verdict) => verdict === 'same').length;
  const undecided = verdicts.filter((verdict) => gains(verdict) === undefined).length;
  return { wins, ties, losses: group.length - wins - ties - undecided, undecided };
}

function meanSpeedUp(group: readonly ComparedCell[]): Estimate | undefined {
  if (group.length < FEWEST_KERNELS) return undefined;
  return geometricMean(group.map(({ comparison }) => comparison.speedUp.estimate));
}
