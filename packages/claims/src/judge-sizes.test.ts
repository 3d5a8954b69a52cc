import { expect, test } from 'vitest';
import { furtherAnswers, analyse } from '@crossover/analysis';
import { syntheticRun } from '@crossover/analysis/fixtures';
import { claimOf } from './catalogue.ts';
import { judgeClaims } from './judge-claims.ts';
import type { BreakEven, BreakEvenResult, ClaimResult } from '@crossover/model';
import type { SyntheticCell } from '@crossover/analysis/fixtures';

const CROSSING = { baseNs: { estimate: 3e6, low: 2e6, high: 4e6 }, from: 'lines' } as const;

const BASE: SyntheticCell = { lane: 'typescript', placement: 'single-thread', timeNs: 1e7 };

function sized(kernel: string, cold: BreakEven, changes: Partial<BreakEvenResult> = {}): BreakEvenResult {
  const place = { lane: 'rust', place: 'single-thread', mode: 'single-thread', workers: 1 };
  return { kernel, ...place, sizes: [], warm: { kind: 'always' }, cold, ...changes };
}

function judge(id: string, breakEven: readonly BreakEvenResult[], kernels = ['a', 'b', 'c']): ClaimResult {
  const run = syntheticRun(kernels.map((kernel) => ({ kernel, cells: [BASE] })));
  return judgeClaims(run, { sourceBytes: () => undefined, breakEven }, [claimOf(id)])[0]!;
}

test('a lever that pays from some size on speaks for the claim; always or up to one only, against it', () => {
  const pays = sized('a', { kind: 'pays-from', ...CROSSING });
  const judged = judge('native-pays-from-some-size', [
    pays,
    sized('b', { kind: 'always' }),
    sized('c', { kind: 'pays-up-to', ...CROSSING }),
  ]);
  expect(judged).toMatchObject({ verdict: 'mixed', turns: 1, wins: 1, losses: 1, inFavour: 1, against: 2 });
  const supported = judge('native-pays-from-some-size', [pays, { ...pays, kernel: 'b' }]);
  expect(supported).toMatchObject({ verdict: 'supported', turns: 2, ties: 0 });
  expect(supported.perKernel[0]).toMatchObject({ kind: 'sizes', cost: 'cold', breakEven: pays.cold });
});

test('what lies beyond the largest size stays open', () => {
  const beyond = sized('a', { kind: 'pays-beyond', ...CROSSING });
  const open = sized('b', { kind: 'inconclusive', reason: 'open at small' });
  const never = sized('c', { kind: 'never' });
  expect(judge('native-pays-from-some-size', [beyond, open, never])).toMatchObject({
    verdict: 'inconclusive',
    open: 3,
    turns: 0,
  });
});

test('other lanes, places and numbers of workers are not looked at', () => {
  const never: BreakEven = { kind: 'never' };
  const elsewhere = [
    sized('a', never, { lane: 'typescript', mode: 'worker-threads', place: 'worker-threads-4', workers: 4 }),
    sized('a', never, { lane: 'rust', mode: 'worker-threads', place: 'worker-threads-2', workers: 2 }),
    sized('a', never, {
      lane: 'typescript',
      mode: 'worker-threads',
      place: 'worker-threads-2/clone',
      workers: 2,
      placement: 'clone',
    }),
  ];
  expect(judge('threads-pay-from-some-size', elsewhere)).toMatchObject({
    verdict: 'not-measured',
    reason: 'the run has it at one size only',
    measuredBy:
      'run a b c --lane typescript --mode single-thread,worker-threads --workers 2 --workload smoke,small,medium --blocks 8',
  });
  expect(judge('wasm-pays-from-some-size', elsewhere)).toMatchObject({
    measuredBy:
      'run a b c --lane typescript,assemblyscript --mode single-thread --workload smoke,small,medium --blocks 8',
  });
});

test('a run at several sizes decides it as its break-even says, each kernel once', () => {
  const sizes = [
    ['smoke', 1e6],
    ['small', 4e6],
    ['medium', 16e6],
  ] as const;
  const kernels = sizes.map(([workload, timeNs], index) => ({
    kernel: 'sum',
    workload,
    parameters: { size: 100 * 4 ** index },
    cells: [
      { ...BASE, timeNs },
      { ...BASE, placement: 'worker-threads-2', timeNs: timeNs / 2, startNs: 3e6 },
    ],
  }));
  const run = syntheticRun(kernels, { blockNoise: 0.01 });
  const { breakEven } = furtherAnswers(run, analyse(run));
  const [claim] = judgeClaims(run, { sourceBytes: () => undefined, breakEven }, [
    claimOf('threads-pay-from-some-size'),
  ]);
  expect(claim).toMatchObject({
    verdict: 'supported',
    turns: 1,
    perKernel: [{ kernel: 'sum', kind: 'sizes' }],
  });
});
