import { describe, expect, test } from 'vitest';
import { DIGEST, failed, fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import { cellDetails, everyCellDetails } from './cell-details.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { CompletedTrial } from '@crossover/model';

const BASE = 'mandelbrot/medium/typescript/single-thread';
const RUST = 'mandelbrot/medium/rust/single-thread';

function run(blocks = 3): MeasuredRun {
  return syntheticRun([{ kernel: 'mandelbrot', cells: fourCells(10e6, 5e6, 5e6, 3e6) }], { blocks });
}

describe('the details of a cell', () => {
  test('hold what the analysis says of it', () => {
    const { cell, comparison, isBase, kernel } = cellDetails(run(), RUST);
    expect([cell.id, cell.status, kernel.kernel, isBase]).toEqual([RUST, 'ok', 'mandelbrot', false]);
    expect(comparison).toMatchObject({ base: BASE, subject: RUST });
    expect(cellDetails(run(), BASE)).toMatchObject({ isBase: true });
    expect(cellDetails(run(), BASE).comparison).toBeUndefined();
  });

  test('are the same for one cell as for all, in the order of the result', () => {
    const all = everyCellDetails(run(), analyse(run()));
    expect(all.map(({ cell }) => cell.id)).toEqual(analyse(run()).cells.map(({ id }) => id));
    expect(all).toEqual(all.map(({ cell }) => cellDetails(run(), cell.id)));
  });

  test('hold its trials, and no others, in the order in which they were measured', () => {
    const { trials } = cellDetails(run(), BASE);
    expect(trials.map(({ trial: { cell, block, twin } }) => [cell, block, twin])).toEqual(
      [0, 1, 2].flatMap((block) => [
        [BASE, block, 0],
        [BASE, block, 1],
      ]),
    );
    expect(trials.map(({ leftOut }) => leftOut)).toEqual([0, 1, 2].flatMap(() => [undefined, 'twin']));
  });

  test('give the spread of each trial’s samples', () => {
    const changed = withTrials(run(), (trial) => ({ ...trial, samplesNs: [7, 3, 9, 1, 5], warmupNs: [] }));
    const [first] = cellDetails(changed, RUST).trials;
    expect(first).toMatchObject({ kind: 'measured', wallNs: { lowest: 1, median: 5, highest: 9 } });
    expect(first).not.toHaveProperty('warmUpNs');
  });

  test('say of every trial that does not count why', () => {
    const original = run(4);
    const again = original.records.find(
      (record): record is CompletedTrial =>
        record.kind === 'trial' && record.status === 'ok' && record.cell === RUST && record.block === 0,
    )!;
    const changed = withTrials(original, (trial) =>
      trial.cell === RUST && trial.block === 1
        ? failed(trial, { code: 'time-limit', message: 'too slow' })
        : trial,
    );
    const disturbance = { kind: 'steal', share: 0.2 } as const;
    const blockOf = { kind: 'block', kernel: 'mandelbrot', workload: 'medium', disturbances: [] } as const;
    const { trials } = cellDetails(
      {
        ...changed,
        records: [
          ...changed.records,
          { ...again },
          { ...blockOf, block: 2, disturbances: [disturbance] },
          { ...blockOf, block: 3, replaces: 2 },
        ],
      },
      RUST,
    );
    expect(trials.map(({ trial, leftOut, disturbances }) => [trial.block, leftOut, disturbances])).toEqual([
      [0, 'taken-again', []],
      [1, 'failed', []],
      [2, 'block-replaced', [disturbance]],
      [3, undefined, []],
      [0, undefined, []],
    ]);
  });

  test('show no trial of a cell with a wrong answer as counting', () => {
    const changed = withTrials(run(), (trial) => ({
      ...trial,
      digest: trial.cell === RUST && trial.block === 1 ? 'bad' : DIGEST,
    }));
    const { cell, trials } = cellDetails(changed, RUST);
    expect(cell.status).toBe('failed');
    expect(trials.map(({ leftOut }) => leftOut)).toEqual(['failed', 'failed', 'failed']);
  });

  test('a million samples are no problem', () => {
    const samplesNs = Array.from({ length: 1e6 }, (_, index) => index + 1);
    const { trials } = cellDetails(
      withTrials(run(2), (trial) =>
        trial.cell === RUST && trial.block === 0 ? { ...trial, samplesNs } : trial,
      ),
      RUST,
    );
    expect(trials[0]).toMatchObject({ wallNs: { lowest: 1, highest: 1e6 } });
  });

  test('of a cell that the run does not hold there are none', () => {
    expect(() => cellDetails(run(), 'mandelbrot/medium/cobol/single-thread')).toThrow(/cobol/);
  });
});
