import { cellOf } from '@crossover/model';
import { expect, test } from 'vitest';
import { cellsByPlace } from './floors.ts';
import type { PlannedCell } from '@crossover/model';

const missing = { reason: 'not here', remedy: 'none' };

function cell(lane: string, mode: string, more: Partial<PlannedCell> = {}): PlannedCell {
  const parts = { kernel: 'sum', workload: 'smoke', lane, mode, workers: 2, ...more } as const;
  return { ...cellOf(parts, mode !== 'single-thread'), ...more };
}

test('each place is measured once, in TypeScript where it is offered', () => {
  const rust = cell('rust', 'processes');
  const own = cell('typescript', 'processes');
  const shared = cell('typescript', 'processes', { placement: 'shared' });
  const native = cell('rust', 'native-threads');
  const cells = [rust, own, shared, cell('typescript', 'native-threads', { unavailable: missing }), native];
  expect([...cellsByPlace([{ cells }, { cells }])]).toEqual([
    ['processes-2', own],
    ['processes-2/shared', shared],
    ['native-threads-2', native],
  ]);
});

test('a place that is offered nowhere has no floor', () => {
  expect(cellsByPlace([{ cells: [cell('rust', 'processes', { unavailable: missing })] }]).size).toBe(0);
});
