import { MODES } from '@crossover/executors';
import { expect, test } from 'vitest';
import { measuringCommand, parseCell } from './cell-id.ts';

const CELL = 'nbody/medium/rust';

test('a cell is found by the name that it has', () => {
  const ids = MODES.flatMap(({ id, counting, placements }) => {
    const mode = { one: id, number: `${id}-12`, division: `${id}-2x6` }[counting];
    return ['', ...placements.map((placement) => `/${placement.id}`)].map((place) => `${mode}${place}`);
  });
  for (const id of ids) {
    const cell = parseCell(`${CELL}/${id}`);
    expect(cell.id).toBe(`${CELL}/${id}`);
    expect(cell.workers).toBe(/\d/.test(id) ? 12 : 1);
    expect(cell.processes).toBe(id.includes('2x6') ? 2 : undefined);
  }
});

test('the command that measures a cell says how its workers are divided, and how it is placed', () => {
  expect(measuringCommand(parseCell(`${CELL}/hybrid-2x3`))).toContain(
    'run nbody --workload medium --lane typescript,rust --mode single-thread,hybrid --workers 2x3',
  );
  const shared = { ...parseCell(`${CELL}/processes-2`), placement: 'shared' };
  expect(measuringCommand(shared)).toContain('--workers 2 --placement default,shared');
});

test.each([
  ['hybrid-4', 'write it as hybrid-2x1'],
  ['hybrid', 'write it as hybrid-2x1'],
  ['processes', 'write it as processes-2'],
  ['processes-2x2', 'write it as processes-2'],
  ['single-thread-1', `write it as ${CELL}/single-thread`],
  ['single-thread-1x1', `write it as ${CELL}/single-thread`],
  ['single-thread/shared', 'single-thread: no placement but the default'],
  ['processes-2/', 'write it as kernel/workload/lane/mode'],
  ['processes-2/shared/more', 'write it as kernel/workload/lane/mode'],
])('%s is no cell, and it is said how to write one', (place, hint) => {
  const failure = expect.objectContaining({ code: 'usage', hint: expect.stringContaining(hint) });
  expect(() => parseCell(`${CELL}/${place}`)).toThrow(expect.objectContaining({ failure }));
});
