import { KERNEL_IDS } from '@crossover/kernels';
import { LANES } from '@crossover/lanes';
import { modeOf, MODES, placementsHint } from '@crossover/executors';
import {
  BASE_LANE,
  BASE_MODE,
  cellOf,
  CrossoverError,
  DEFAULT_PLACEMENT,
  WORKLOAD_NAMES,
} from '@crossover/model';
import { INVOCATION } from './invocation.ts';
import { oneOf } from './options.ts';
import type { Cell, Mode } from '@crossover/model';

/**
 * A cell from its id.
 * @throws CrossoverError `usage` that lists what there is in place of the part that there is not.
 */
export function parseCell(id: string): Cell {
  const [kernel = '', workload = '', lane = '', placed = '', placement, ...rest] = id.split('/');
  const [, name = placed, first, second] = /^(.+)-(\d+)(?:x(\d+))?$/.exec(placed) ?? [];
  if (placed === '' || placement === '' || rest.length > 0) {
    throw new CrossoverError({
      code: 'usage',
      message: `${JSON.stringify(id)} is not the id of a cell`,
      hint: 'write it as kernel/workload/lane/mode, as in mandelbrot/medium/rust/worker-threads-2',
    });
  }
  const mode = modeOf(
    oneOf(
      'mode',
      MODES.map((one) => one.id),
      name,
    ),
  );
  checkPlacement(mode, placement);
  const parts = {
    kernel: oneOf('kernel', KERNEL_IDS, kernel),
    workload: oneOf('workload', [...WORKLOAD_NAMES, 'custom'], workload),
    lane: oneOf(
      'lane',
      LANES.map((one) => one.id),
      lane,
    ),
    mode: mode.id,
    workers: Number(first ?? 1) * Number(second ?? 1),
    ...(second !== undefined && { processes: Number(first) }),
    ...(placement !== undefined && { placement }),
  };
  const cell = cellOf(parts, mode.counting !== 'one');
  if (cell.id === id && isDivided(cell) === (mode.counting === 'division')) return cell;
  throw new CrossoverError({ code: 'usage', ...miscounted(id, mode, cell) });
}

function checkPlacement(mode: Mode, placement: string | undefined): void {
  if (placement === undefined || mode.placements.some(({ id }) => id === placement)) return;
  const message = `the mode ${mode.id} has no placement ${JSON.stringify(placement)}`;
  throw new CrossoverError({ code: 'usage', message, hint: placementsHint([mode]) });
}

function isDivided({ processes }: Cell): boolean {
  return processes !== undefined;
}

function miscounted(id: string, { id: mode, counting }: Mode, cell: Cell): { message: string; hint: string } {
  const quoted = JSON.stringify(id);
  switch (counting) {
    case 'one': {
      const { processes: _, ...alone } = cell;
      return {
        message: `${quoted} counts workers in a mode that has one`,
        hint: `write it as ${cellOf({ ...alone, workers: 1 }, false).id}`,
      };
    }
    case 'number':
      return {
        message: `${quoted} does not say how many workers there are`,
        hint: `write it as ${mode}-2`,
      };
    case 'division':
      return {
        message: `${quoted} does not say how its workers are divided into processes × threads`,
        hint: `write it as ${mode}-2x1`,
      };
  }
}

/** The command that measures a cell, and those to compare it with: the base, and the mode's own placement. */
export function measuringCommand({
  kernel,
  workload,
  lane,
  mode,
  workers,
  processes,
  placement,
}: Cell): string {
  const lanes = [...new Set([BASE_LANE, lane])].join(',');
  const modes = [...new Set([BASE_MODE, mode])].join(',');
  const count = processes === undefined ? `${workers}` : `${processes}x${workers / processes}`;
  const what = workload === 'custom' ? '--set NAME=VALUE' : `--workload ${workload}`;
  return [
    `${INVOCATION} run ${kernel} ${what} --lane ${lanes} --mode ${modes}`,
    ...(mode === BASE_MODE ? [] : [`--workers ${count}`]),
    ...(placement === undefined ? [] : [`--placement ${DEFAULT_PLACEMENT},${placement}`]),
  ].join(' ');
}
