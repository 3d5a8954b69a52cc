// The format of a run on disk. History:
//   crossover.run/1  run.json (head), plan.json (plan), trials.jsonl (one calibration or trial per line).
//   crossover.run/2  settings have looks and spare blocks; trials.jsonl also holds the end of every block.
//                    Trials from before there was the phase `encode` lack it: they encoded nothing. Of those that lack
//                    `dispatch` and `collect` both are in `wait`, and `place`, which they lack as well, is in `transport`.
//                    Cells of before there were tuned placements and further modes have none of the fields for them.
//                    Failures of kernels may say what was thrown.
//                    Runs of before floors were measured hold none.
//                    Plans of before input was counted lack inputBytes, and those of before work was, workCount.
//                    Runs of before peaks were measured hold none.
//                    Trials of earlier days have neither covariates of their samples nor pssBytes.
// migration.ts reads the older ones. Unknown fields are refused, so a field that is added needs an entry here, and one that is renamed,
// removed or changes its meaning needs the next number and a reader for the old one.
import { z } from 'zod';
import { CHUNKINGS, PROFILE_NAMES, WAIT_POLICIES, WORKLOAD_NAMES } from '@crossover/model';
import { fingerprint } from './fingerprint-wire.ts';
import { arithmeticPeak, bandwidthPeak, cache } from './peaks-wire.ts';
import { plannedWork } from './work-wire.ts';
import { amount, count, failure, name, positive, text } from './wire-fields.ts';
import type { Fields } from './wire-fields.ts';
import type {
  BlockRecord,
  Calibration,
  Capacity,
  CompletedTrial,
  CovariateColumns,
  Covariates,
  Disturbance,
  FailedFloor,
  FailedPeaks,
  FailedTrial,
  FloorRecord,
  MeasuredFloor,
  MeasuredPeaks,
  MergedPart,
  OperationLimit,
  PeaksRecord,
  Plan,
  PlannedCell,
  PlannedKernel,
  PlannedPass,
  RunHead,
  RunRecord,
  Settings,
  Unavailable,
  UnavailablePeaks,
} from '@crossover/model';

/** Version of the format that this code writes. */
export const RUN_SCHEMA = 'crossover.run/2';

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => number > (numbers[index - 1] ?? 0));
}

const workload = z.enum([...WORKLOAD_NAMES, 'custom']);

const turn = { block: count, position: count, cell: name, twin: z.literal([0, 1]) };
const trial = { ...turn, kind: z.literal('trial'), startedAt: z.iso.datetime() };

const calibration = z.strictObject({
  kind: z.literal('calibration'),
  cell: name,
  operationNs: amount,
  operationsPerSample: positive,
  samples: positive,
} satisfies Fields<Calibration>);

const phasesNs = z.strictObject({
  spawn: z.number(),
  load: z.number(),
  encode: z.number().default(0),
  place: z.number().default(0),
  dispatch: z.number().default(0),
  compute: z.number(),
  marshal: z.number(),
  transport: z.number(),
  wait: z.number(),
  collect: z.number().default(0),
} satisfies Fields<CompletedTrial['phasesNs']>);

const column = z.exactOptional(z.array(amount.nullable()));

const completedTrial = z.strictObject({
  ...trial,
  status: z.literal('ok'),
  operationsPerSample: positive,
  samplesNs: z.array(amount).min(1),
  cpuNs: z.array(amount),
  warmupNs: z.array(amount),
  steady: z.boolean(),
  phasesNs,
  passesNs: z.exactOptional(z.array(amount)),
  digest: text,
  peakRssBytes: amount,
  pssBytes: z.exactOptional(amount),
  covariates: z.strictObject({
    runQueueNs: z.exactOptional(amount),
    involuntarySwitches: z.exactOptional(amount),
    gcNs: z.exactOptional(amount),
    stealNs: z.exactOptional(amount),
    psiNs: z.exactOptional(amount),
  } satisfies Fields<Covariates>),
  samplesCovariates: z.exactOptional(
    z.strictObject({
      runQueueNs: column,
      involuntarySwitches: column,
      gcNs: column,
      stealNs: column,
      psiNs: column,
    } satisfies Fields<CovariateColumns>),
  ),
  processNs: z.exactOptional(amount),
} satisfies Fields<CompletedTrial>);

const failedTrial = z.strictObject({
  ...trial,
  status: z.literal('failed'),
  failure,
} satisfies Fields<FailedTrial>);

const capacity = { threads: positive, effective: amount };
const capacities = z.array(z.strictObject(capacity satisfies Fields<Capacity>));

const block = z.strictObject({
  kind: z.literal('block'),
  kernel: name,
  workload,
  block: count,
  replaces: z.exactOptional(count),
  capacity: z.exactOptional(z.strictObject({ before: capacities, after: capacities })),
  disturbances: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('steal'), share: amount }),
      z.strictObject({ kind: z.literal('contended'), cell: name, cpuShare: amount }),
      z.strictObject({ kind: z.literal('capacity'), ...capacity }),
    ]) satisfies z.ZodType<Disturbance>,
  ),
} satisfies Fields<BlockRecord>);

const place = {
  place: name,
  mode: name,
  workers: positive,
  processes: z.exactOptional(positive),
  placement: z.exactOptional(name),
};

const measuredFloor = z.strictObject({
  kind: z.literal('floor'),
  status: z.literal('ok'),
  ...place,
  lane: name,
  waitPolicy: z.enum(WAIT_POLICIES),
  regions: positive,
  emptyNs: amount,
  readyNs: amount,
  workerRssBytes: z.exactOptional(amount),
  workerPssBytes: z.exactOptional(amount),
} satisfies Fields<MeasuredFloor & Pick<FloorRecord, 'kind'>>);

const failedFloor = z.strictObject({
  kind: z.literal('floor'),
  status: z.literal('failed'),
  ...place,
  failure,
} satisfies Fields<FailedFloor & Pick<FloorRecord, 'kind'>>);

const ofPeaks = { kind: z.literal('peaks') };

const measuredPeaks = z.strictObject({
  ...ofPeaks,
  status: z.literal('ok'),
  arithmetic: z.array(arithmeticPeak),
  bandwidth: z.array(bandwidthPeak),
  caches: z.array(cache),
} satisfies Fields<MeasuredPeaks & Pick<PeaksRecord, 'kind'>>);

const unavailable = { reason: text, remedy: text } satisfies Fields<Unavailable>;

const unavailablePeaks = z.strictObject({
  ...ofPeaks,
  status: z.literal('unavailable'),
  ...unavailable,
} satisfies Fields<UnavailablePeaks & Pick<PeaksRecord, 'kind'>>);

const failedPeaks = z.strictObject({
  ...ofPeaks,
  status: z.literal('failed'),
  failure,
} satisfies Fields<FailedPeaks & Pick<PeaksRecord, 'kind'>>);

/** One line of `trials.jsonl`. */
export const recordWire: z.ZodType<RunRecord> = z.discriminatedUnion('kind', [
  z.discriminatedUnion('status', [measuredFloor, failedFloor]),
  z.discriminatedUnion('status', [measuredPeaks, unavailablePeaks, failedPeaks]),
  calibration,
  block,
  z.discriminatedUnion('status', [completedTrial, failedTrial]),
]);

const commit = z.strictObject({ id: name, dirty: z.boolean() });

const mergedPart = z.strictObject({
  name,
  createdAt: z.iso.datetime(),
  fingerprint: name,
  commit: z.exactOptional(commit),
  sources: z.exactOptional(name),
  command: text,
  seed: z.int(),
} satisfies Fields<MergedPart>);

/** The content of `run.json`. */
export const headWire: z.ZodType<RunHead> = z.strictObject({
  schema: z.literal(RUN_SCHEMA),
  createdAt: z.iso.datetime(),
  fingerprint,
  commit: z.exactOptional(commit),
  sources: z.exactOptional(name),
  command: text,
  mergedFrom: z.exactOptional(z.array(mergedPart).min(2)),
  mixed: z.exactOptional(z.array(name).min(1)),
} satisfies Fields<RunHead>);

const cell = z.strictObject({
  id: name,
  kernel: name,
  workload,
  lane: name,
  mode: name,
  workers: positive,
  processes: z.exactOptional(positive),
  placement: z.exactOptional(name),
  further: z.exactOptional(z.literal(true)),
  oversubscribed: z.exactOptional(z.literal(true)),
  unavailable: z.exactOptional(z.strictObject(unavailable)),
} satisfies Fields<PlannedCell>);

const plannedKernel = z.strictObject({
  kernel: name,
  title: text,
  workload,
  parameters: z.record(name, z.number()),
  inputSeed: z.int(),
  inputFile: z.exactOptional(text),
  digest: text,
  digestFrom: z.enum(['truth', 'base-cell']),
  items: count,
  inputBytes: z.exactOptional(count),
  workCount: z.exactOptional(plannedWork),
  passes: z.exactOptional(
    z.array(z.strictObject({ name, calls: z.exactOptional(count) } satisfies Fields<PlannedPass>)),
  ),
  cells: z.array(cell),
  twin: text,
} satisfies Fields<PlannedKernel>);

/** The content of `plan.json`. */
export const planWire: z.ZodType<Plan> = z.strictObject({
  settings: z.strictObject({
    profile: z.enum(PROFILE_NAMES),
    blocks: positive,
    looks: z.array(positive).min(1).refine(isAscending, 'ascending numbers of blocks'),
    spareShare: amount,
    warmUp: z.strictObject({
      fewestOperations: count,
      leastNs: amount,
      mostNs: amount,
      window: count,
      tolerance: amount,
    } satisfies Fields<Settings['warmUp']>),
    sampleNs: amount,
    sampledNs: amount,
    fewestSamples: positive,
    mostSamples: positive,
    operationLimit: z.exactOptional(
      z.strictObject({ leastNs: amount, times: amount } satisfies Fields<OperationLimit>),
    ),
    forceGc: z.exactOptional(z.literal(true)),
    waitPolicy: z.exactOptional(z.enum(WAIT_POLICIES)),
    chunking: z.exactOptional(z.enum(CHUNKINGS)),
    pinned: z.exactOptional(z.literal(true)),
    budgetNs: z.exactOptional(amount),
    seed: z.int(),
  } satisfies Fields<Settings>),
  kernels: z.array(plannedKernel),
} satisfies Fields<Plan>);
