import { BASE_LANE, BASE_MODE, isStandard, standingOf } from '@crossover/model';
import { ratioOf } from '@crossover/statistics';
import type { CellTrials } from './cell-trials.ts';
import type { NoiseEffect } from './comparison.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { Attribution, Cell, Estimate } from '@crossover/model';

/**
 * Splits what both levers together do into three factors, for every pair of a lane other than the base's and a
 * parallel placement. With y the log time of a block, B the base, L the lane alone, P the placement alone and T both:
 *
 *     language l = y(B) − y(L)     parallel q = y(B) − y(P)     together t = y(B) − y(T)     interaction i = t − l − q
 *
 * All four come from the blocks that hold all four cells, so that the estimates multiply exactly.
 * A pair of which one of the cells has no time is left out, and so are extra lanes, further modes and tuned placements:
 * they are no lever.
 * @param headline id of the subject that the answer quotes
 */
export function attributionsOf(
  kernel: KernelTrials,
  headline: string | undefined,
  noise: NoiseEffect,
): readonly Attribution[] {
  const subjects = kernel.cells.filter(
    ({ cell }) => cell.lane !== BASE_LANE && standingOf(cell.lane) !== 'extra' && isParallel(cell),
  );
  return subjects.flatMap((subject) => attribute(kernel, subject, subject.cell.id === headline, noise) ?? []);
}

/** Whether a cell is a standard one that uses more than one core, if there is one. */
export function isParallel(cell: Cell): boolean {
  return isStandard(cell) && cell.mode !== BASE_MODE && cell.workers > 1;
}

function attribute(
  { planned, cells, base, wall }: KernelTrials,
  together: CellTrials,
  headline: boolean,
  noise: NoiseEffect,
): Attribution | undefined {
  const { lane, mode, workers } = together.cell;
  const language = cells.find(({ cell }) => cell.lane === lane && cell.mode === BASE_MODE);
  const parallel = cells.find(
    ({ cell }) =>
      cell.lane === BASE_LANE && cell.mode === mode && cell.workers === workers && isStandard(cell),
  );
  if (base === undefined || language === undefined || parallel === undefined) return undefined;
  const effect = (b: number, l: number, p: number, t: number): Estimate | undefined => {
    const measured = wall.contrast([
      { trials: base, weight: b },
      { trials: language, weight: l },
      { trials: parallel, weight: p },
      { trials: together, weight: t },
    ]);
    return measured && ratioOf(measured.logs, noise);
  };
  const effects = {
    language: effect(1, -1, 0, 0),
    parallel: effect(1, 0, -1, 0),
    interaction: effect(-1, 1, 1, -1),
    together: effect(1, 0, 0, -1),
  };
  if (!areAllDefined(effects)) return undefined;
  return { kernel: planned.kernel, subject: together.cell.id, headline, ...effects };
}

type Effects = Pick<Attribution, 'language' | 'parallel' | 'interaction' | 'together'>;

function areAllDefined(effects: Readonly<Record<keyof Effects, Estimate | undefined>>): effects is Effects {
  return Object.values(effects).every((effect) => effect !== undefined);
}
