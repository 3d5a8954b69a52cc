import { cellResult } from './cell-result.ts';
import type { Cell, CellResult, PlannedKernel, UnmatchedCell } from '@crossover/model';
import type { CellTrials } from './cell-trials.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { MeasuredPair } from './change.ts';

/** The cells of two runs, sorted out. */
export interface Matching {
  /** Measured by both, with the same work: in the order of the head run. */
  readonly pairs: readonly MeasuredPair[];
  readonly unmatched: readonly UnmatchedCell[];
}

/** A cell with the kernel that it was planned for. */
interface PlannedTrials {
  readonly planned: PlannedKernel;
  readonly trials: CellTrials;
}

/** Brings the cells of two runs together by their ids. */
export function matchCells(base: readonly KernelTrials[], head: readonly KernelTrials[]): Matching {
  const [there, here] = [cellsOf(base), cellsOf(head)];
  const pairs: MeasuredPair[] = [];
  const unmatched: UnmatchedCell[] = [];
  for (const [id, inHead] of here) {
    const inBase = there.get(id);
    const problem = inBase === undefined ? lacking(inHead, 'head-only') : mismatch(inBase, inHead);
    if (problem !== undefined) unmatched.push(problem);
    else if (inBase !== undefined) pairs.push({ base: inBase.trials, head: inHead.trials });
  }
  const gone = [...there].filter(([id]) => !here.has(id));
  return { pairs, unmatched: [...unmatched, ...gone.map(([, cell]) => lacking(cell, 'base-only'))] };
}

function cellsOf(kernels: readonly KernelTrials[]): ReadonlyMap<string, PlannedTrials> {
  const cells = kernels.flatMap(({ planned, cells: all }) => all.map((trials) => ({ planned, trials })));
  return new Map(cells.map((cell) => [cell.trials.cell.id, cell]));
}

function lacking({ trials }: PlannedTrials, kind: 'base-only' | 'head-only'): UnmatchedCell {
  return {
    ...bare(trials),
    kind,
    reason: `only the ${kind === 'base-only' ? 'base' : 'head'} run has it`,
  };
}

/** Why a cell that both runs planned is not compared; undefined when it can be. */
function mismatch(base: PlannedTrials, head: PlannedTrials): UnmatchedCell | undefined {
  const cell = bare(head.trials);
  const work = otherWork(base.planned, head.planned);
  if (work !== undefined) return { ...cell, kind: 'other-work', reason: work };
  const [before, after] = [base, head].map(({ trials }) => cellResult(trials));
  if (before!.status === 'ok' && after!.status === 'ok') return undefined;
  const kind = [before, after].some((result) => result!.status === 'failed') ? 'failed' : 'not-measured';
  const broken = before!.status === 'ok' && after!.status === 'failed';
  return { ...cell, kind, reason: whatHappened(before!, after!), ...(broken && { broken }) };
}

/** What a kernel was given to do and had to answer in one run and not in the other. */
function otherWork(base: PlannedKernel, head: PlannedKernel): string | undefined {
  const names = new Set([...Object.keys(base.parameters), ...Object.keys(head.parameters)]);
  const differences = [
    ...[...names]
      .filter((name) => base.parameters[name] !== head.parameters[name])
      .map((name) => `${name} ${base.parameters[name] ?? 'absent'} and ${head.parameters[name] ?? 'absent'}`),
    ...(base.inputSeed === head.inputSeed ? [] : [`input seed ${base.inputSeed} and ${head.inputSeed}`]),
    ...(base.digest === head.digest ? [] : ['right answers that differ']),
  ];
  return differences.length === 0 ? undefined : `not the same work: ${differences.join(', ')}`;
}

function whatHappened(base: CellResult, head: CellResult): string {
  const [before, after] = [outcomeOf(base), outcomeOf(head)];
  return before === after ? `${before} in both runs` : `base: ${before}; head: ${after}`;
}

function outcomeOf(result: CellResult): string {
  return result.status === 'ok' ? 'measured' : `${result.status} (${result.reason})`;
}

function bare(trials: CellTrials): Cell {
  const { unavailable: _, ...cell } = trials.cell;
  return cell;
}
