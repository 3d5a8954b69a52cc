import { BASE_LANE, BASE_MODE, isStandard, placeOf, standingOf, STANDINGS } from '@crossover/model';
import type {
  Attribution,
  CellResult,
  Comparison,
  KernelResult,
  LeverResult,
  Result,
  Standing,
  VerdictFamily,
} from '@crossover/model';

/** What a result says about one kernel with one workload. */
export interface KernelView {
  readonly kernel: KernelResult;
  readonly rows: readonly Row[];
  readonly lever: LeverResult | undefined;
  /** The attribution that the answer quotes. */
  readonly attribution: Attribution | undefined;
  /** Between any two of its cells. */
  readonly comparisons: readonly Comparison[];
  readonly family: VerdictFamily | undefined;
}

/** A cell, and how it compares with the base; where its placement is a tuned one also with the mode's own. */
export interface Row {
  readonly cell: CellResult;
  readonly isBase: boolean;
  readonly comparison: Comparison | undefined;
  readonly overOwn: Comparison | undefined;
}

/** The kernels of a result, in its order. */
export function kernelViews(result: Result): readonly KernelView[] {
  return result.kernels.map((kernel) => {
    const cells = result.cells.filter((cell) => belongs(cell, kernel));
    const ids = new Set(cells.map(({ id }) => id));
    const comparisons = result.comparisons.filter(({ subject }) => ids.has(subject));
    const base = cells.find(isBase)?.id;
    return {
      kernel,
      rows: cells.map((cell) => ({
        cell,
        isBase: isBase(cell),
        comparison: comparisons.find((candidate) => candidate.base === base && candidate.subject === cell.id),
        overOwn: comparisons.find(
          (candidate) => candidate.subject === cell.id && isOwn(candidate.base, cell),
        ),
      })),
      lever: result.levers.find((lever) => belongs(lever, kernel)),
      attribution: result.attribution.find(({ subject, headline }) => headline && ids.has(subject)),
      comparisons,
      family: result.families.find((family) => belongs(family, kernel)),
    };
  });
}

/** Rows that count for the same: by their lanes; and `aside`, whatever their lane, by their mode and placement. */
export interface RowGroup {
  readonly standing: Standing | 'aside';
  readonly rows: readonly Row[];
}

/** The rows apart by what they count for: the plain ones, which are the answer, before the others. */
export function rowGroups(rows: readonly Row[]): readonly RowGroup[] {
  return [...STANDINGS, 'aside' as const]
    .map((standing) => ({ standing, rows: rows.filter(({ cell }) => groupOf(cell) === standing) }))
    .filter((group) => group.rows.length > 0);
}

function groupOf(cell: CellResult): RowGroup['standing'] {
  return isStandard(cell) ? standingOf(cell.lane) : 'aside';
}

/** What stands above the rows of a group; nothing above those that are the answer. */
export function groupHeading(standing: RowGroup['standing']): string | undefined {
  switch (standing) {
    case 'plain':
      return undefined;
    case 'tuned':
    case 'extra':
      return `${standing} lanes: never part of the answer`;
    case 'aside':
      return 'further modes and tuned placements: never part of the answer';
  }
}

/** How a cell is placed: `single-thread`, `worker-threads-2`, `processes-2/shared`. The end of its id. */
export function placementOf({ id, lane }: Pick<CellResult, 'id' | 'lane'>): string {
  return placeOf({ id, lane });
}

/** Whether a cell of that name differs from one of a tuned placement in nothing but that. */
function isOwn(name: string, { id, placement }: CellResult): boolean {
  return placement !== undefined && id === `${name}/${placement}`;
}

function isBase({ lane, mode }: CellResult): boolean {
  return lane === BASE_LANE && mode === BASE_MODE;
}

function belongs(
  part: { readonly kernel: string; readonly workload: string },
  { kernel, workload }: KernelResult,
): boolean {
  return part.kernel === kernel && part.workload === workload;
}
