import { availableCores } from '@crossover/environment';
import { MODES } from '@crossover/executors';
import { describe, expect, test } from 'vitest';
import { planCells } from './planned-cells.ts';
import type { Mode } from '@crossover/model';
import type { CellChoice } from './planned-cells.ts';

const CHOICE = { lanes: ['typescript'], modes: ['processes', 'event-loop', 'hybrid'], workers: [2] };

const plan = (choice: Partial<CellChoice>) => planCells('nbody', 'smoke', { ...CHOICE, ...choice });

async function placesOf(choice: Partial<CellChoice>): Promise<readonly string[]> {
  return (await plan(choice)).map(({ id }) => id.replace('nbody/smoke/typescript/', ''));
}

const crowded = async (workers: number) =>
  (await plan({ workers: [workers] })).map(({ mode, oversubscribed }) => [mode, oversubscribed ?? false]);

describe('the cells of a choice', () => {
  test('are counted as each mode counts its workers', async () => {
    expect(await placesOf({ modes: ['single-thread', ...CHOICE.modes] })).toEqual([
      'single-thread',
      'processes-2',
      'event-loop-2',
      'hybrid-1x2',
      'hybrid-2x1',
    ]);
  });

  test('are divided as was asked, where the mode divides', async () => {
    const splits = [{ processes: 3, threads: 2 }];
    expect(await placesOf({ splits })).toEqual(['processes-2', 'event-loop-2', 'hybrid-3x2']);
    const [cell] = await plan({ splits, modes: ['hybrid'] });
    expect(cell).toMatchObject({ workers: 6, processes: 3 });
    const failure = { code: 'usage', message: expect.stringContaining('processes × threads') };
    await expect(plan({ splits, modes: ['processes'] })).rejects.toMatchObject({ failure });
  });

  test('of a further mode say so', async () => {
    const marks = (await plan({})).map(({ mode, further }) => [mode, further]);
    const further = new Set(MODES.filter(({ standing }) => standing === 'further').map(({ id }) => id));
    expect(marks).toEqual(marks.map(([mode]) => [mode, further.has(`${mode}`) ? true : undefined]));
    expect(marks.map(([, mark]) => mark)).toContain(undefined);
    expect(marks.map(([, mark]) => mark)).toContain(true);
  });

  test('with more workers than cores say so, where the workers would need a core each', async () => {
    const { usable } = availableCores();
    expect((await crowded(usable)).every(([, mark]) => mark === false)).toBe(true);
    for (const [mode, mark] of await crowded(usable + 1)) expect(mark).toBe(mode !== 'event-loop');
  });

  test('are unavailable where workers are to be pinned and cannot be, but for those without workers', async () => {
    const modes = MODES.map(({ id }) => id);
    const cells = await plan({ modes, lanes: ['rust'], pinned: true });
    const reasonsIn = (chosen: readonly Mode[]): readonly string[] => {
      const ids = new Set(chosen.map(({ id }) => id));
      return cells.filter(({ mode }) => ids.has(mode)).map(({ unavailable }) => unavailable?.reason ?? '');
    };
    const alone = MODES.filter(({ inCallingThread }) => inCallingThread);
    const never = MODES.filter((mode) => !mode.pinnable && !mode.inCallingThread);
    expect(reasonsIn(alone).filter((reason) => reason.includes('cores'))).toEqual([]);
    expect(reasonsIn(never).filter((reason) => reason === '')).toEqual([]);
  });

  test('do not lie in a placement that none of the modes has', async () => {
    const failure = { code: 'usage', message: expect.stringContaining('"moon"') };
    await expect(plan({ placements: ['default', 'moon'] })).rejects.toMatchObject({ failure });
  });

  test('lie in every named placement of every mode that has it, and nowhere else', async () => {
    expect(await placesOf({ placements: ['default'] })).toEqual(await placesOf({}));
    for (const { id, counting, placements } of MODES) {
      for (const placement of placements) {
        const cells = await placesOf({ modes: [id, 'event-loop'], placements: [placement.id] });
        expect(cells.length).toBeGreaterThan(0);
        const count = counting === 'one' ? '' : '-2';
        for (const cell of cells) expect(cell).toBe(`${id}${count}/${placement.id}`);
      }
    }
  });
});
