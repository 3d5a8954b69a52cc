import { describe, expect, test } from 'vitest';
import { settingsOf } from './profile.ts';
import { paddingOf, turnsOf } from './turns.ts';
import type { PlannedKernel } from '@crossover/model';

const cell = (lane: string, unavailable = false) => ({
  id: `k/smoke/${lane}/single-thread`,
  kernel: 'k',
  workload: 'smoke' as const,
  lane,
  mode: 'single-thread',
  workers: 1,
  ...(unavailable ? { unavailable: { reason: 'not built', remedy: 'build it' } } : {}),
});

const kernel: PlannedKernel = {
  kernel: 'k',
  title: 'K',
  workload: 'smoke',
  parameters: {},
  inputSeed: 1,
  digest: '1',
  digestFrom: 'truth',
  items: 4,
  cells: [cell('typescript'), cell('assemblyscript'), cell('rust', true)],
  twin: 'k/smoke/typescript/single-thread',
};

describe('turns', () => {
  test('a block holds every available cell once and the twin once more', () => {
    for (const turns of turnsOf(kernel, settingsOf('quick', 5))) {
      const names = turns.map((turn) => `${turn.cell} ${turn.twin}`).toSorted();
      expect(names).toEqual([
        'k/smoke/assemblyscript/single-thread 0',
        'k/smoke/typescript/single-thread 0',
        'k/smoke/typescript/single-thread 1',
      ]);
      expect(turns.map(({ position }) => position)).toEqual([0, 1, 2]);
    }
  });

  test('the order depends on the seed and on the kernel, and on nothing else', () => {
    const settings = settingsOf('standard', 5);
    expect(turnsOf(kernel, settings)).toEqual(turnsOf(kernel, settings));
    expect(turnsOf(kernel, settings)).not.toEqual(turnsOf(kernel, { ...settings, seed: 6 }));
    const cells = ({ kernel: id }: PlannedKernel) =>
      turnsOf({ ...kernel, kernel: id }, settings).map((turns) => turns.map((turn) => turn.cell));
    expect(cells(kernel)).not.toEqual(cells({ ...kernel, kernel: 'other' }));
  });

  test('paddings differ between trials and stay below a page', () => {
    const paddings = turnsOf(kernel, settingsOf('rigorous', 5))
      .flat()
      .map((turn) => paddingOf(turn, 5));
    expect(new Set(paddings).size).toBeGreaterThan(paddings.length / 2);
    for (const padding of paddings) {
      expect(padding).toBeGreaterThanOrEqual(0);
      expect(padding).toBeLessThan(4096);
    }
  });
});
