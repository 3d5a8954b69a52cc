// By how much trials of a run differ that should not, as percentages: `node --conditions=source scripts/trial-spread.ts RUN…`.
// Of the logarithms of all trials' times, what is left when each cell's mean and each block's is taken away.
import { openRun } from '../packages/store/src/index.ts';
import type { Trial } from '../packages/model/src/index.ts';

type Completed = Extract<Trial, { readonly status: 'ok' }>;

const TIMES = { wall: ({ samplesNs }: Completed) => samplesNs, cpu: ({ cpuNs }: Completed) => cpuNs };

/** Squares left over, and how many of them are free, summed over kernels. */
interface Leftover {
  readonly squares: number;
  readonly free: number;
}

for (const folder of process.argv.slice(2)) {
  const { records } = openRun(folder);
  const trials = records.filter(
    (record): record is Completed => record.kind === 'trial' && record.status === 'ok',
  );
  const modes = new Set(trials.map(({ cell }) => cell.split('/').slice(3).join('/')));
  for (const mode of ['', ...modes]) {
    const chosen = trials.filter(({ cell }) => cell.endsWith(mode));
    const spreads = Object.entries(TIMES).map(([name, timesOf]) => `${name} ${spreadOf(chosen, timesOf)}`);
    console.log(`${folder}, ${mode || 'all cells'}: ${spreads.join(', ')}`);
  }
}

function spreadOf(trials: readonly Completed[], timesOf: (trial: Completed) => readonly number[]): string {
  const kernels = [...Map.groupBy(trials, ({ cell }) => cell.split('/').slice(0, 2).join('/')).values()];
  const left = kernels.map((ofKernel) => leftoverOf(ofKernel, timesOf));
  const sum = (field: keyof Leftover): number => left.reduce((total, one) => total + one[field], 0);
  return `${(100 * Math.sqrt(sum('squares') / sum('free'))).toFixed(1)} %`;
}

/** Of the blocks in which every cell has a trial. */
function leftoverOf(
  trials: readonly Completed[],
  timesOf: (trial: Completed) => readonly number[],
): Leftover {
  const cells = Map.groupBy(trials, ({ cell, twin }) => `${cell} ${twin}`);
  const blocks = [...Map.groupBy(trials, ({ block }) => block).values()].filter(
    ({ length }) => length === cells.size,
  );
  if (blocks.length < 2 || cells.size < 2) return { squares: 0, free: 0 };
  const whole = blocks.flat().map((trial) => ({ trial, log: Math.log(median(timesOf(trial))) }));
  const overall = mean(whole.map(({ log }) => log));
  const ofCell = (id: string, twin: number): number =>
    mean(whole.filter(({ trial }) => trial.cell === id && trial.twin === twin).map(({ log }) => log));
  const ofBlock = (block: number): number =>
    mean(whole.filter(({ trial }) => trial.block === block).map(({ log }) => log));
  const squares = whole.map(
    ({ trial, log }) => (log - ofCell(trial.cell, trial.twin) - ofBlock(trial.block) + overall) ** 2,
  );
  return { squares: squares.reduce((a, b) => a + b, 0), free: (cells.size - 1) * (blocks.length - 1) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
