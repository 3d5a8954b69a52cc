import * as fc from 'fast-check';
import { cellOf, TRIAL_PHASES } from '@crossover/model';
import { RUN_SCHEMA } from './wire.ts';
import type { Cell, Plan, RunHead, RunRecord, Thrown } from '@crossover/model';

export const head: RunHead = {
  schema: RUN_SCHEMA,
  createdAt: '2026-11-22T19:08:45.123Z',
  fingerprint: {
    id: '1a2b3c4d',
    cpuModel: 'A processor',
    cpuFlags: '0123456789',
    cores: 1,
    coresByAffinity: 2,
    coresByQuota: 1.5,
    memoryBytes: 8_000_000_000,
    platform: 'linux x64',
    kernelVersion: '6.1.0',
    governor: 'schedutil',
    node: '26.10.0',
    v8: '14.2',
    nodeOptions: ['--stack-size=2000'],
  },
  commit: { id: '0123456789abcdef', dirty: true },
  sources: '89abcdef01234567',
  command: 'run --profile quick',
};

const cells: readonly Cell[] = ['typescript', 'rust'].map((lane) =>
  cellOf({ kernel: 'mandelbrot', workload: 'medium', lane, mode: 'single-thread', workers: 1 }, false),
);

export const plan: Plan = {
  settings: {
    profile: 'quick',
    blocks: 5,
    looks: [3, 5],
    spareShare: 0.25,
    operationLimit: { leastNs: 1e10, times: 50 },
    warmUp: { fewestOperations: 10, leastNs: 3e8, mostNs: 3e9, window: 5, tolerance: 0.02 },
    sampleNs: 5e6,
    sampledNs: 2e8,
    fewestSamples: 5,
    mostSamples: 30,
    seed: 1,
  },
  kernels: [
    {
      kernel: 'mandelbrot',
      title: 'Mandelbrot set',
      workload: 'medium',
      parameters: { size: 1000 },
      inputSeed: 1,
      digest: '9beadc69396d01081a98cf5dc057ce89',
      digestFrom: 'truth',
      items: 1000,
      workCount: {
        kind: 'counted',
        numbers: 'floating-point',
        arithmetic: 1e8,
        what: 'ten for each iteration',
        bytes: 125_000,
        arenaBytes: 125_056,
      },
      passes: [{ name: 'mandelbrot' }],
      cells: cells.map((cell) => ({ ...cell })),
      twin: 'mandelbrot/medium/typescript/single-thread',
    },
  ],
};

// JSON has no minus zero, and a duration is none.
const amount = fc.double({ min: 0, max: 1e15, noNaN: true }).map((value) => value + 0);
const amounts = fc.array(amount, { maxLength: 6 });
const turn = {
  block: fc.nat(),
  position: fc.nat(),
  cell: fc.constantFrom(...cells.map((cell) => cell.id)),
  twin: fc.constantFrom(0 as const, 1 as const),
  startedAt: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
};
const calibration = fc.record({
  kind: fc.constant('calibration' as const),
  cell: turn.cell,
  operationNs: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  operationsPerSample: fc.integer({ min: 1 }),
  samples: fc.integer({ min: 1 }),
});
const measured = fc.record({
  kind: fc.constant('trial' as const),
  status: fc.constant('ok' as const),
  ...turn,
  operationsPerSample: fc.integer({ min: 1 }),
  samplesNs: fc.array(amount, { minLength: 1, maxLength: 6 }),
  cpuNs: amounts,
  warmupNs: amounts,
  steady: fc.boolean(),
  phasesNs: fc
    .constant(Object.fromEntries(TRIAL_PHASES.map((phase, index) => [phase, index])))
    .map((phases) => phases as Record<(typeof TRIAL_PHASES)[number], number>),
  digest: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  peakRssBytes: fc.nat(),
  covariates: fc.record(
    { stealNs: amount, runQueueNs: amount, involuntarySwitches: fc.nat(), gcNs: amount, psiNs: amount },
    { requiredKeys: [] },
  ),
});
const column = fc.array(fc.option(amount), { maxLength: 6 });
// Runs of before these were recorded have no such fields.
const recordedLater = fc.record(
  {
    passesNs: amounts,
    pssBytes: fc.nat(),
    samplesCovariates: fc.record(
      { stealNs: column, runQueueNs: column, involuntarySwitches: column, gcNs: column, psiNs: column },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const completed = fc.tuple(measured, recordedLater).map(([trial, later]) => Object.assign({}, trial, later));
const { thrown } = fc.letrec<{ thrown: Thrown }>((tie) => ({
  thrown: fc.record(
    { name: fc.string(), message: fc.string(), code: fc.string(), cause: tie('thrown') },
    { requiredKeys: ['name', 'message'] },
  ),
}));
const failed = fc.record({
  kind: fc.constant('trial' as const),
  status: fc.constant('failed' as const),
  ...turn,
  failure: fc.record(
    {
      code: fc.constantFrom('wrong-digest' as const, 'process-ended' as const),
      message: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
      where: fc.string(),
      digests: fc.record({ expected: fc.string(), actual: fc.string() }),
      thrown,
    },
    { requiredKeys: ['code', 'message'] },
  ),
});

const capacities = fc.array(fc.record({ threads: fc.integer({ min: 1 }), effective: amount }), {
  maxLength: 2,
});
const block = fc.record(
  {
    kind: fc.constant('block' as const),
    kernel: fc.constant('mandelbrot'),
    workload: fc.constant('medium' as const),
    block: fc.nat(),
    replaces: fc.nat(),
    capacity: fc.record({ before: capacities, after: capacities }),
    disturbances: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('steal' as const), share: amount }),
        fc.record({ kind: fc.constant('contended' as const), cell: turn.cell, cpuShare: amount }),
        fc.record({
          kind: fc.constant('capacity' as const),
          threads: fc.integer({ min: 1 }),
          effective: amount,
        }),
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['kind', 'kernel', 'workload', 'block', 'disturbances'] },
);

const place = fc.record(
  {
    place: fc.constant('processes-2/shared'),
    mode: fc.constant('processes'),
    workers: fc.integer({ min: 1 }),
    processes: fc.integer({ min: 1 }),
    placement: fc.constant('shared'),
  },
  { requiredKeys: ['place', 'mode', 'workers'] },
);
const floorFacts = fc.record(
  {
    kind: fc.constant('floor' as const),
    status: fc.constant('ok' as const),
    lane: fc.constant('typescript'),
    waitPolicy: fc.constantFrom('park' as const, 'spin' as const),
    regions: fc.integer({ min: 1 }),
    emptyNs: amount,
    readyNs: amount,
    workerRssBytes: amount,
    workerPssBytes: amount,
  },
  { requiredKeys: ['kind', 'status', 'lane', 'waitPolicy', 'regions', 'emptyNs', 'readyNs'] },
);
const failedFloor = fc.record({
  kind: fc.constant('floor' as const),
  status: fc.constant('failed' as const),
  failure: fc.constant({ code: 'process-ended' as const, message: 'it ended' }),
});
const floor = fc
  .tuple(place, fc.oneof(floorFacts, failedFloor))
  .map(([where, facts]) => Object.assign({}, where, facts));

const rate = {
  threads: fc.integer({ min: 1 }),
  bestPerSecond: amount,
  medianPerSecond: amount,
  repeats: fc.integer({ min: 1 }),
};
const bytes = fc.integer({ min: 1 });
const numbers = fc.constantFrom('floating-point' as const, 'integer' as const);
const form = fc.constantFrom('scalar' as const, 'vector' as const);
const stores = fc.constantFrom('cached' as const, 'streaming' as const);
const level = fc.constantFrom('L1' as const, 'L2' as const, 'L3' as const);
const peaks = fc.oneof(
  fc.record({
    kind: fc.constant('peaks' as const),
    status: fc.constant('ok' as const),
    arithmetic: fc.array(fc.record({ ...rate, numbers, form, instructions: fc.constant('avx2, fma') })),
    bandwidth: fc.array(fc.record({ ...rate, level: fc.constantFrom('L2', 'memory'), stores, bytes })),
    caches: fc.array(fc.record({ level, bytes, own: fc.boolean() })),
  }),
  fc.record({
    kind: fc.constant('peaks' as const),
    status: fc.constant('unavailable' as const),
    reason: fc.string(),
    remedy: fc.string(),
  }),
);

/** Any record that a run of this plan can hold. */
export const anyRecord: fc.Arbitrary<RunRecord> = fc.oneof(
  floor,
  peaks,
  calibration,
  completed,
  failed,
  block,
);

/** Three records, the last one with text of more than one byte per character. */
export const records: readonly RunRecord[] = [
  { kind: 'calibration', cell: cells[0]!.id, operationNs: 1.7e6, operationsPerSample: 3, samples: 20 },
  {
    kind: 'trial',
    status: 'ok',
    block: 0,
    position: 0,
    cell: cells[0]!.id,
    twin: 0,
    startedAt: '2026-11-22T19:08:46.000Z',
    operationsPerSample: 3,
    samplesNs: [5.1e6, 5.2e6, 5.05e6, 5.3e6],
    cpuNs: [5e6, 5.1e6, 5e6, 5.2e6],
    warmupNs: [9e6, 6e6],
    steady: true,
    phasesNs: {
      spawn: 0,
      load: 1e6,
      encode: 0,
      place: 0,
      dispatch: 0,
      collect: 0,
      marshal: 0,
      transport: 0,
      compute: 5e6,
      wait: 1e3,
    },
    passesNs: [5e6],
    digest: '9beadc69396d01081a98cf5dc057ce89',
    peakRssBytes: 60_000_000,
    covariates: { stealNs: 0 },
  },
  {
    kind: 'trial',
    status: 'failed',
    block: 0,
    position: 1,
    cell: cells[1]!.id,
    twin: 0,
    startedAt: '2026-11-22T19:08:47.000Z',
    failure: { code: 'process-ended', message: 'der Prozess endete früh – SIGKILL 💥' },
  },
];
