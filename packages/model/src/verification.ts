import type { Cell } from './cell.ts';
import type { Failure } from './failure.ts';
import type { Unavailable } from './lane.ts';

/** What became of a cell that was run once, for its answer only. */
export type CellCheck = Cell & (CorrectCheck | FailedCheck | UnavailableCheck);

interface CorrectCheck {
  readonly status: 'ok';
  readonly digest: string;
}

interface FailedCheck {
  readonly status: 'failed';
  readonly failure: Failure;
}

interface UnavailableCheck extends Unavailable {
  readonly status: 'unavailable';
}
