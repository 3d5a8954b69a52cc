import type { Cell, Change, RunComparison, UnmatchedCell } from '@crossover/model';

/** The changes of a comparison, apart by what became of the cell. */
export interface ChangeView {
  /** The greatest change first. */
  readonly slower: readonly Change[];
  /** The greatest change first. */
  readonly faster: readonly Change[];
  readonly same: readonly Change[];
  /** Neither a change nor equality is shown; the slowest first. */
  readonly undecided: readonly Change[];
  /** Not judged, because a run is too noisy; the slowest first. */
  readonly withheld: readonly Change[];
  /** What a cell is called here: without the workload where all have the same. */
  readonly nameOf: (cell: Pick<Cell, 'id' | 'workload'>) => string;
}

export function changeView({ changes, unmatched }: RunComparison): ChangeView {
  const ascending = changes.toSorted((a, b) => a.speedUp.estimate - b.speedUp.estimate);
  const groups = Map.groupBy(ascending, groupOf);
  const several = new Set([...changes, ...unmatched].map(({ workload }) => workload)).size > 1;
  return {
    slower: groups.get('slower') ?? [],
    faster: (groups.get('faster') ?? []).toReversed(),
    same: groups.get('same') ?? [],
    undecided: groups.get('undecided') ?? [],
    withheld: groups.get('withheld') ?? [],
    nameOf: ({ id, workload }) => (several ? id : id.replace(`/${workload}/`, '/')),
  };
}

function groupOf({ verdict }: Change): Exclude<keyof ChangeView, 'nameOf'> {
  switch (verdict) {
    case 'slower':
    case 'slightly-slower':
      return 'slower';
    case 'faster':
    case 'slightly-faster':
      return 'faster';
    case 'same':
    case 'withheld':
      return verdict;
    case 'inconclusive':
      return 'undecided';
  }
}

/** Cells that are not compared for the same reason. */
export interface UnmatchedGroup {
  readonly reason: string;
  readonly broken: boolean;
  readonly cells: readonly UnmatchedCell[];
}

/** What is not compared, grouped by its reason: first what the head run broke. */
export function unmatchedGroups({ unmatched }: RunComparison): readonly UnmatchedGroup[] {
  const groups = [...Map.groupBy(unmatched, ({ reason }) => reason)].map(([reason, cells]) => ({
    reason,
    broken: cells.some(({ broken }) => broken),
    cells,
  }));
  return groups.toSorted((a, b) => Number(b.broken) - Number(a.broken));
}
