import { expect, test } from 'vitest';
import { claimOf } from './catalogue.ts';
import { measuringCommand } from './measuring-command.ts';
import type { ComparisonClaim } from './claim.ts';

const NBODY = { kernel: 'nbody', workload: 'medium' } as const;

function commandFor(
  id: string,
  cores = 2,
  kernels: Parameters<typeof measuringCommand>[1] = [NBODY],
): string {
  return measuringCommand(claimOf(id) as ComparisonClaim, kernels, cores);
}

test('it names lanes, modes and numbers of workers, and always the base cell', () => {
  expect(commandFor('rewrite-beats-cores', 8)).toBe(
    'run nbody --lane typescript,rust --mode single-thread,worker-threads --workers 8',
  );
  expect(commandFor('least-code-is-best')).toBe('run nbody --lane plain --mode single-thread');
});

test('for other numbers of workers it takes some below and above that of cores', () => {
  expect(commandFor('tasks-equal-cores', 8)).toContain('--workers 1,4,8,16');
  expect(commandFor('tasks-equal-cores', 2)).toContain('--workers 1,2,4');
});

test('cores are divided among processes in every way that leaves several threads to several processes', () => {
  expect(commandFor('hybrid-gains-nothing', 8)).toContain('--workers 2x4,4x2,8');
  expect(commandFor('hybrid-gains-nothing', 2)).toContain('--workers 1x2,2,2x1');
});

test('it keeps to the kernels and the workload of the run, as far as they can be named', () => {
  const many = ['a', 'b', 'c', 'd'].map((kernel) => ({ kernel, workload: 'small' as const }));
  expect(commandFor('native-rewrite-pays', 2, many)).toBe(
    'run --lane typescript,rust --mode single-thread --workload small',
  );
  expect(commandFor('native-rewrite-pays', 2, [{ ...NBODY, workload: 'custom' }])).not.toContain(
    '--workload',
  );
});
