import { KERNEL_IDS } from '@crossover/kernels';
import { LANES } from '@crossover/lanes';
import { describe, expect, test } from 'vitest';
import { chosenKernels, measuredCells, namedLanes } from './lane-choice.ts';

const plain = LANES.filter(({ standing }) => standing === 'plain').map(({ id }) => id);
const modes = ['single-thread', 'worker-threads', 'processes'];
const defaults = { named: true, workers: [2] };

describe('names of lanes', () => {
  test('stand for themselves, also where a kernel does not have them', () => {
    expect(namedLanes('nqueens', ['rust-simd', 'typescript', 'rust-simd'])).toEqual([
      'rust-simd',
      'typescript',
    ]);
  });

  test('stand in groups for what a kernel has', () => {
    expect(namedLanes('sha256', ['plain'])).toEqual(plain);
    expect(namedLanes('sha256', ['tuned'])).toEqual(['assemblyscript-simd', 'rust-simd']);
    expect(namedLanes('sha256', ['extra'])).toEqual(['node-crypto']);
    expect(namedLanes('sha256', ['rust', 'all'])).toHaveLength(plain.length + 3);
    expect(namedLanes('nqueens', ['tuned', 'extra'])).toEqual([]);
  });
});

describe('what is measured', () => {
  test('of all kernels is their plain lanes', () => {
    const cells = measuredCells('sha256', {}, { ...defaults, named: false });
    expect(cells).toEqual([{ lanes: plain, modes, workers: [2] }]);
  });

  test('of a kernel that was named is its other lanes too, on a single thread', () => {
    expect(measuredCells('sha256', {}, defaults)).toEqual([
      { lanes: plain, modes, workers: [2] },
      { lanes: ['assemblyscript-simd', 'rust-simd', 'node-crypto'], modes: ['single-thread'], workers: [1] },
    ]);
  });

  test('of other modes is the plain lanes only', () => {
    const [, others] = measuredCells('sha256', { mode: ['processes'] }, defaults);
    expect(others).toMatchObject({ modes: [] });
  });

  test('of further modes is what was asked for, and where the placements are named also these', () => {
    const workers = { counts: [], splits: [{ processes: 2, threads: 1 }] };
    const [asked] = measuredCells(
      'sha256',
      { mode: ['event-loop'], workers, placement: ['default'] },
      defaults,
    );
    expect(asked).toEqual({
      lanes: plain,
      modes: ['event-loop'],
      workers: [2],
      splits: workers.splits,
      placements: ['default'],
    });
  });

  test('of lanes that were asked for is all that was said, in all standard modes', () => {
    expect(measuredCells('sha256', { lane: ['extra'] }, defaults)).toEqual([
      { lanes: ['node-crypto'], modes, workers: [2] },
    ]);
  });
});

describe('the kernels', () => {
  test('are all of them, or those that have a lane of the groups that were asked for', () => {
    expect(chosenKernels([], {})).toEqual(KERNEL_IDS);
    expect(chosenKernels([], { lane: ['tuned', 'rust'] })).toEqual(KERNEL_IDS);
    const extra = chosenKernels([], { lane: ['extra'] });
    expect(extra).toContain('sha256');
    expect(extra).not.toContain('nqueens');
  });

  test('that were named must have one', () => {
    expect(() => chosenKernels(['sha256', 'nqueens'], { lane: ['extra'] })).toThrow(
      'nqueens: no extra lanes',
    );
  });
});
