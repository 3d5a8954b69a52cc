import { describe, expect, test } from 'vitest';
import { fourCells, syntheticRun, withTrials } from '@crossover/analysis/fixtures';
import { claimOf } from './catalogue.ts';
import { judgeClaims } from './judge-claims.ts';
import type { ClaimResult, CompletedTrial, JudgedCase } from '@crossover/model';
import type { MeasuredRun } from '@crossover/analysis';
import type { SourceBytes } from './cell-pattern.ts';
import type { SyntheticCell, SyntheticKernel } from '@crossover/analysis/fixtures';

const NAMES = ['nbody', 'fannkuch', 'sha256', 'matmul'];

const noSizes: SourceBytes = () => undefined;

const sizes: SourceBytes = (_, lane) => ({ rust: 100, typescript: 200, assemblyscript: 300 })[lane];

/** What a run says on one claim. */
function judge(id: string, run: MeasuredRun, sourceBytes: SourceBytes = noSizes): ClaimResult {
  return judgeClaims(run, { sourceBytes }, [claimOf(id)])[0]!;
}

/** Four kernels with the same cells. */
function kernelsOf(cells: readonly SyntheticCell[]): readonly SyntheticKernel[] {
  return NAMES.map((kernel) => ({ kernel, cells }));
}

function typescript(placement: string, timeNs: number): SyntheticCell {
  return { lane: 'typescript', placement, timeNs };
}

/** Single-threaded, in two threads, in two processes, all as fast. */
const THREE_PLACES = [
  typescript('single-thread', 2e7),
  typescript('worker-threads-2', 2e7),
  typescript('processes-2', 2e7),
];

/** The same run with what its trials in processes hold replaced. */
function inProcesses(
  run: MeasuredRun,
  change: (trial: CompletedTrial) => Partial<CompletedTrial>,
): MeasuredRun {
  return withTrials(run, (trial) =>
    Object.assign({}, trial, trial.cell.includes('processes') ? change(trial) : {}),
  );
}

describe('a claim over kernels', () => {
  test('is supported where all cases are decided for it, with their number and mean', () => {
    const claim = judge('native-rewrite-pays', syntheticRun(kernelsOf(fourCells(6e7, 2e7, 3e7, 1e7))));
    expect(claim).toMatchObject({ verdict: 'supported', wins: 4, ties: 0, losses: 0, open: 0 });
    expect(claim.perKernel).toMatchObject(NAMES.map((kernel) => ({ kernel, outcome: 'win' })));
    expect(claim.perKernel[0]).toMatchObject({
      metric: 'wall',
      base: 'nbody/medium/typescript/single-thread',
      subject: 'nbody/medium/rust/single-thread',
      verdict: 'faster',
      ratio: { estimate: expect.closeTo(3, 1) },
    });
    expect(claim.overall!.estimate).toBeCloseTo(3, 1);
    expect(claim).not.toHaveProperty('reason');
    expect(claim).not.toHaveProperty('measuredBy');
  });

  test('is refuted where what is decided is against it: being the same is no gain', () => {
    const same = judge('native-rewrite-pays', syntheticRun(kernelsOf(fourCells(2e7, 2e7, 1e7, 1e7))));
    expect(same).toMatchObject({ verdict: 'refuted', wins: 0, ties: 4, losses: 0 });
    const worse = judge('native-rewrite-pays', syntheticRun(kernelsOf(fourCells(2e7, 4e7, 1e7, 1e7))));
    expect(worse).toMatchObject({ verdict: 'refuted', losses: 4 });
  });

  test('is mixed where kernels disagree', () => {
    const [first, ...others] = kernelsOf(fourCells(2e7, 4e7, 1e7, 1e7));
    const kernels = [{ ...first!, cells: fourCells(4e7, 2e7, 1e7, 1e7) }, ...others];
    expect(judge('native-rewrite-pays', syntheticRun(kernels))).toMatchObject({
      verdict: 'mixed',
      wins: 1,
      losses: 3,
    });
  });

  test('is inconclusive where too few cases are decided, and says so', () => {
    const run = syntheticRun(kernelsOf(fourCells(2e7, 2e7, 1e7, 1e7)), { trialNoise: 0.4 });
    expect(judge('native-rewrite-pays', run)).toMatchObject({
      verdict: 'inconclusive',
      reason: 'fewer than half of its cases are decided',
      open: 4,
    });
  });

  test('is inconclusive where noise withholds verdicts, and where the run is a mixture', () => {
    const kernels = kernelsOf(fourCells(6e7, 2e7, 3e7, 1e7));
    const noisy = syntheticRun(kernels, { twinBias: 1.5 });
    expect(judge('native-rewrite-pays', noisy)).toMatchObject({
      verdict: 'inconclusive',
      reason: 'the machine was too noisy for a verdict',
      perKernel: NAMES.map(() => ({ verdict: 'withheld', outcome: 'open' })),
    });
    const run = syntheticRun(kernels);
    const mixed = { ...run, head: { ...run.head, mixed: ['cores: 2 and 4'] } };
    expect(judge('native-rewrite-pays', mixed).reason).toContain('mixes');
  });

  test('is not measured where a cell is missing, and names the command that measures it', () => {
    const claim = judge('concurrency-gains-nothing', syntheticRun(kernelsOf(THREE_PLACES).slice(0, 1)));
    expect(claim).toMatchObject({
      verdict: 'not-measured',
      reason: 'the run has no cell of typescript in event-loop, one worker per core',
      measuredBy: 'run nbody --lane typescript --mode single-thread,event-loop --workers 2',
      perKernel: [{ kernel: 'nbody', outcome: 'not-measured' }],
    });
    expect(claim).not.toHaveProperty('overall');
  });

  test('says why a planned cell has no times', () => {
    const rust = { lane: 'rust', placement: 'single-thread', timeNs: 1e7 };
    const unavailable = { reason: 'cargo is not there', remedy: 'install Rust' };
    const run = syntheticRun(kernelsOf([...THREE_PLACES, { ...rust, unavailable }]));
    expect(judge('native-rewrite-pays', run).reason).toBe(
      'no times of rust in single-thread: cargo is not there',
    );
  });

  test('leaves out kernels that only measure calls, and for cores those that cannot be divided', () => {
    const cells = fourCells(4e7, 2e7, 2e7, 1e7);
    const run = syntheticRun([
      { kernel: 'nbody', cells },
      { kernel: 'pidigits', cells, items: 1 },
      { kernel: 'calls', cells },
    ]);
    const kernels = run.plan.kernels.map((kernel) =>
      kernel.kernel === 'calls' ? { ...kernel, passes: [{ name: 'add', calls: 4 }] } : kernel,
    );
    const claim = judge('threads-run-in-parallel', { ...run, plan: { ...run.plan, kernels } });
    expect(claim).toMatchObject({
      verdict: 'supported',
      wins: 1,
      perKernel: [
        { kernel: 'nbody', outcome: 'win' },
        { kernel: 'pidigits', outcome: 'not-measured', reason: 'its work cannot be divided' },
      ],
    });
    expect(claim.perKernel).toHaveLength(2);
  });

  test('on one core says nothing about cores', () => {
    const run = syntheticRun(kernelsOf(fourCells(4e7, 2e7, 4e7, 2e7)));
    const head = { ...run.head, fingerprint: { ...run.head.fingerprint, cores: 1 } };
    expect(judge('threads-run-in-parallel', { ...run, head })).toMatchObject({
      verdict: 'not-measured',
      reason: 'the machine has one core',
    });
  });
});

describe('the cells of a claim', () => {
  test('are found by their number of workers: each other number makes a case, each kernel counts once', () => {
    const cells = [...THREE_PLACES, typescript('worker-threads-1', 4e7), typescript('worker-threads-4', 2e7)];
    const claim = judge('tasks-equal-cores', syntheticRun(kernelsOf(cells)));
    expect(claim).toMatchObject({ verdict: 'supported', ties: 4, losses: 4, wins: 0 });
    expect(claim.overall!.estimate).toBeCloseTo(Math.SQRT1_2, 1);
  });

  test('are never tuned placements where the claim does not say so', () => {
    const cells = [...THREE_PLACES, typescript('processes-2/shared', 1e6)];
    const claim = judge('threads-match-processes', syntheticRun(kernelsOf(cells)));
    expect(claim).toMatchObject({ verdict: 'supported', ties: 4 });
    expect(claim.perKernel).toHaveLength(4);
  });

  test('a hybrid has to beat the better of threads and processes', () => {
    const cells = [
      typescript('single-thread', 4e7),
      typescript('worker-threads-2', 2e7),
      typescript('processes-2', 4e7),
      typescript('hybrid-2x1', 3e7),
    ];
    const claim = judge('hybrid-gains-nothing', syntheticRun(kernelsOf(cells)));
    expect(claim).toMatchObject({ verdict: 'supported', losses: 4, wins: 0 });
    expect(claim.perKernel[0]).toMatchObject({ base: 'nbody/medium/typescript/worker-threads-2' });
    const alone = cells.filter(({ placement }) => placement !== 'processes-2');
    expect(judge('hybrid-gains-nothing', syntheticRun(kernelsOf(alone))).verdict).toBe('not-measured');
  });

  test('the lane with the least code is found by its size, and compared with every other', () => {
    const cells = [
      ...fourCells(4e7, 2e7, 4e7, 2e7),
      { lane: 'assemblyscript', placement: 'single-thread', timeNs: 4e7 },
    ];
    const run = syntheticRun(kernelsOf(cells));
    expect(judge('least-code-is-best', run, sizes)).toMatchObject({ verdict: 'supported', wins: 8 });
    const others: SourceBytes = (_, lane) => (lane === 'typescript' ? 50 : sizes('', lane));
    expect(judge('least-code-is-best', run, others)).toMatchObject({ verdict: 'mixed', ties: 4, losses: 4 });
    expect(judge('least-code-is-best', run).verdict).toBe('not-measured');
  });
});

describe('what is compared', () => {
  const run = syntheticRun(kernelsOf(THREE_PLACES));

  test('memory is proportional where that is known, and else the peak', () => {
    const peaks = inProcesses(run, ({ block }) => ({ peakRssBytes: 2e8 + block }));
    const claim = judge('processes-cost-more-memory', peaks);
    expect(claim).toMatchObject({ verdict: 'supported', losses: 4 });
    expect(claim.perKernel[0]).toMatchObject({ metric: 'peak-memory' });
    const shared = withTrials(peaks, (trial) => Object.assign({}, trial, { pssBytes: 1e8 + trial.block }));
    const fair = judge('processes-cost-more-memory', shared);
    expect(fair).toMatchObject({ verdict: 'refuted', ties: 4 });
    expect(fair.perKernel[0]).toMatchObject({ metric: 'proportional-memory' });
  });

  test('starting is spawning and loading', () => {
    const started = withTrials(run, (trial) => {
      const spawn = trial.cell.includes('processes') ? 4e7 : 2e7;
      return Object.assign({}, trial, { phasesNs: { ...trial.phasesNs, spawn, load: 1e7 } });
    });
    const claim = judge('processes-cost-more-to-start', started);
    expect(claim).toMatchObject({ verdict: 'supported', losses: 4, ties: 0 });
    expect((claim.perKernel[0] as JudgedCase).ratio.estimate).toBeCloseTo(3 / 5, 6);
  });

  test('copies are what they add to an operation, so that none at all can be compared', () => {
    const copying = inProcesses(run, ({ phasesNs }) => ({
      phasesNs: { ...phasesNs, transport: phasesNs.compute / 4 },
    }));
    const claim = judge('processes-cost-more-for-bulk-data', copying);
    expect(claim).toMatchObject({ verdict: 'supported', losses: 4 });
    expect((claim.perKernel[0] as JudgedCase).ratio.estimate).toBeCloseTo(4 / 5, 6);
    expect(judge('processes-cost-more-for-bulk-data', run)).toMatchObject({ verdict: 'refuted', ties: 4 });
  });
});

test('what no run of kernels decides is said to be so, whatever was measured', () => {
  const claim = judge('io-language-does-not-matter', syntheticRun(kernelsOf(THREE_PLACES)));
  expect(claim).toMatchObject({ verdict: 'not-measured', perKernel: [] });
  expect(claim.reason).toContain('never wait');
});

test('where nothing differs, chance decides a case in about 5 % of the runs, however many kernels there are', () => {
  const kernels = Array.from({ length: 8 }, (_, index) => ({
    kernel: `kernel-${index}`,
    cells: fourCells(2e7, 2e7, 2e7, 2e7).filter(({ placement }) => placement === 'single-thread'),
  }));
  const runs = 120;
  const wrong = Array.from({ length: runs }, (_, index) =>
    judge('native-rewrite-pays', syntheticRun(kernels, { seed: index + 1, trialNoise: 0.3 })),
  ).filter(({ wins, losses }) => wins + losses > 0);
  expect(wrong.length / runs).toBeLessThan(0.1);
});
