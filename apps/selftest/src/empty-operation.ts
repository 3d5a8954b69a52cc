// A fresh process in which the sampler takes samples as in a trial, of an executor whose operation does nothing.
import { defineKernel, nanoseconds } from '@crossover/model';
import { monotonicClock, takeSamples } from '@crossover/measure';
import type { Executor, KernelSpec, OperationTimes, Workload } from '@crossover/model';
import type { Subject } from '@crossover/measure';

/** Rounds whose samples only warm up, then those whose samples count. */
const WARM_UPS = 5;
const SAMPLES = 30;
const OPERATIONS = 20_000;

const named: Workload = { parameters: {}, seed: 1, digest: '', truth: 'nothing is computed' };
const kernel: KernelSpec = defineKernel({
  id: 'nothing',
  title: 'Nothing',
  stresses: 'the harness',
  citation: 'none',
  parameters: {},
  scalars: [],
  inputs: {},
  outputs: {},
  passes: [{ name: 'nothing', reads: [], writes: [] }],
  item: 'nothing',
  items: () => 1,
  generate: () => ({}),
  digest: () => '',
  workCount: () => ({ kind: 'not-counted', reason: 'it does nothing' }),
  workloads: { smoke: named, small: named, medium: named, large: named },
});

const zero = nanoseconds(0);
const times: OperationTimes = {
  encode: zero,
  place: zero,
  dispatch: zero,
  marshal: zero,
  transport: zero,
  compute: zero,
  wait: zero,
  collect: zero,
  passes: [zero],
};
const executor: Executor = {
  workers: 1,
  waitPolicy: 'park',
  pinned: false,
  startup: { spawn: zero, load: zero },
  views: {},
  run: async () => times,
  empty: async () => {},
  cpuTime: async () => nanoseconds(process.cpuUsage().user * 1000),
  peakMemory: async () => 0,
  proportionalMemory: async () => undefined,
  counters: async () => ({}),
  collectGarbage: async () => {},
  replaced: () => 0,
  close: async () => {},
};

const subject: Subject = {
  kernel,
  parameters: {},
  digest: '',
  executor,
  clock: monotonicClock,
  machine: () => ({}),
};
const sampling = { samples: SAMPLES, operationsPerSample: OPERATIONS };
await takeSamples(subject, { ...sampling, samples: WARM_UPS });
const { samplesNs } = await takeSamples(subject, sampling);
process.send?.(samplesNs, undefined, undefined, () => process.exit());
