import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { covariatesBetween } from '@crossover/environment';
import { CrossoverError, OPERATION_PHASES } from '@crossover/model';
import { columnsOf, sumOf } from './covariate-columns.ts';
import { Settling } from './settling.ts';
import type { Clock } from './clock.ts';
import type { Counters } from '@crossover/environment';
import type { CovariateColumns, Covariates, Executor, KernelSpec } from '@crossover/model';
import type { OperationPhases, Parameters, WarmUp } from '@crossover/model';

/** An executor together with the right answer for what it runs. */
export interface Subject {
  readonly kernel: KernelSpec;
  readonly parameters: Parameters;
  /** Absent where the answer is still to be found. */
  readonly digest?: string;
  readonly executor: Executor;
  readonly clock: Clock;
  /** Reads the counters of the machine. */
  readonly machine: () => Counters;
}

/** How samples are taken. */
export interface Sampling {
  readonly samples: number;
  readonly operationsPerSample: number;
  /** Collect garbage before each sample, outside of the timed stretch. */
  readonly forceGc?: true;
}

/** What warm-up saw, operation by operation. */
export interface WarmUpResult {
  readonly operationsNs: readonly number[];
  readonly steady: boolean;
}

/** How many empty regions come before the first operation, and how long they may take together, in nanoseconds. */
const AROUND = { regions: 500, mostNs: 5e6 };

/** Sums over operations, in nanoseconds. */
type PhaseTotals = Record<keyof OperationPhases, number>;

/** What a trial measured. All times are per operation. */
export interface Samples {
  readonly samplesNs: readonly number[];
  readonly cpuNs: readonly number[];
  /** Means over all operations of all samples. */
  readonly phasesNs: Readonly<Record<keyof OperationPhases, number>>;
  /** Of each pass of the kernel, the median over the samples. */
  readonly passesNs: readonly number[];
  readonly digest: string;
  /** Of all samples together. */
  readonly covariates: Covariates;
  /** Sample by sample, over all of its operations. */
  readonly samplesCovariates: CovariateColumns;
}

/**
 * Runs single operations until they take the same time, or warm-up has lasted as long as it may. The first one's
 * answer is checked, so that a wrong cell ends early; to check them all would take longer than some operations.
 * @throws CrossoverError `wrong-digest`, or whatever the executor throws.
 */
export async function warmUp(subject: Subject, rule: WarmUp): Promise<WarmUpResult> {
  const settling = new Settling(rule);
  const [totals, passes] = [noPhases(), new Float64Array(subject.kernel.passes.length)];
  await warmUpAround(subject);
  await prepare(subject);
  while (!settling.over) {
    await eventLoopTurn();
    const start = subject.clock();
    // As in a sample, so that the loop is warm, too.
    await runOperations(subject.executor, 1, totals, passes);
    settling.add(subject.clock() - start);
    if (settling.operationsNs.length === 1) checkDigest(subject);
  }
  return { operationsNs: settling.operationsNs, steady: settling.steady };
}

/**
 * Warms up what lies around a kernel, by empty regions: of long operations there are few, and while V8 interprets what goes
 * with each, that adds up to 0.3 ms to it.
 */
async function warmUpAround({ executor, clock }: Subject): Promise<void> {
  const end = clock() + AROUND.mostNs;
  for (let region = 0; region < AROUND.regions && clock() < end; region++) await executor.empty();
}

/** The samples of one trial, taken one at a time: in between, its executor has nothing to do. */
export class SampleSeries {
  readonly #subject: Subject;
  readonly #sampling: Omit<Sampling, 'samples'>;
  readonly #samplesNs: number[] = [];
  readonly #cpuNs: number[] = [];
  readonly #passSamples: readonly number[][];
  readonly #totals = noPhases();
  readonly #covariates: Covariates[] = [];
  #digest = '';

  constructor(subject: Subject, sampling: Omit<Sampling, 'samples'>) {
    this.#subject = subject;
    this.#sampling = sampling;
    this.#passSamples = subject.kernel.passes.map(() => []);
  }

  /**
   * Takes the next one. Outputs are cleared before, counters are read before and after, and the digest is
   * checked after, all outside the timed stretch.
   * @throws CrossoverError `wrong-digest`, or whatever the executor throws.
   */
  async take(): Promise<void> {
    const { executor, clock, kernel, machine } = this.#subject;
    const { operationsPerSample: operations, forceGc = false } = this.#sampling;
    await prepare(this.#subject);
    if (forceGc) await executor.collectGarbage();
    // What changes fastest, and what costs CPU time itself, is read closest to the timed stretch.
    const before: Counters = { ...(await executor.counters()), ...machine() };
    const cpuBefore = await executor.cpuTime();
    const passes = new Float64Array(kernel.passes.length);
    const start = clock();
    await runOperations(executor, operations, this.#totals, passes);
    const wall = clock() - start;
    const cpu = (await executor.cpuTime()) - cpuBefore;
    const after: Counters = { ...machine(), ...(await executor.counters()) };
    this.#digest = checkDigest(this.#subject);
    this.#covariates.push(covariatesBetween(before, after));
    this.#samplesNs.push(wall / operations);
    this.#cpuNs.push(cpu / operations);
    for (const [pass, time] of passes.entries()) this.#passSamples[pass]!.push(time / operations);
  }

  /** What was measured so far. */
  get samples(): Samples {
    const all = this.#samplesNs.length * this.#sampling.operationsPerSample;
    const phases = OPERATION_PHASES.map((phase) => [phase, this.#totals[phase] / all]);
    return {
      samplesNs: this.#samplesNs,
      cpuNs: this.#cpuNs,
      phasesNs: Object.fromEntries(phases) as PhaseTotals,
      passesNs: this.#passSamples.map(median),
      digest: this.#digest,
      covariates: sumOf(this.#covariates),
      samplesCovariates: columnsOf(this.#covariates),
    };
  }
}

/**
 * Takes samples one right after the other.
 * @throws CrossoverError as {@link SampleSeries.take} does
 */
export async function takeSamples(subject: Subject, { samples, ...sampling }: Sampling): Promise<Samples> {
  const series = new SampleSeries(subject, sampling);
  for (let sample = 0; sample < samples; sample++) await series.take();
  return series.samples;
}

/** The loop that is timed. By itself, since whatever else it had at hand would be kept and restored around each operation. */
async function runOperations(
  executor: Executor,
  operations: number,
  totals: PhaseTotals,
  passes: Float64Array,
): Promise<void> {
  for (let operation = 0; operation < operations; operation++) {
    const times = await executor.run();
    addTo(totals, times);
    // Without an iterator, which would be an object more in every operation.
    for (let pass = 0; pass < passes.length; pass++) passes[pass]! += times.passes[pass]!;
  }
}

/** How long what is done around each sample takes, in nanoseconds. There must have been an operation. */
export async function timeAroundSample(subject: Subject): Promise<number> {
  const start = subject.clock();
  await subject.executor.counters();
  checkDigest(subject);
  await prepare(subject);
  return subject.clock() - start;
}

/**
 * Runs the workload once for its answer.
 * @returns the digest
 * @throws CrossoverError `wrong-digest`, or whatever the executor throws.
 */
export async function runOnce(subject: Subject): Promise<string> {
  await prepare(subject);
  await subject.executor.run();
  return checkDigest(subject);
}

/**
 * Clears the outputs, so that old ones cannot pass for new. A kernel that runs in this thread never waits,
 * so signals and a parent's end are looked at here.
 */
async function prepare({ kernel, executor }: Subject): Promise<void> {
  await eventLoopTurn();
  for (const name of Object.keys(kernel.outputs)) executor.views[name]?.fill(0);
}

function checkDigest({ kernel, parameters, executor, digest: expected }: Subject): string {
  const actual = kernel.digest(executor.views, parameters);
  if (expected === undefined || actual === expected) return actual;
  throw new CrossoverError({
    code: 'wrong-digest',
    message: 'the answer is wrong',
    digests: { expected, actual },
  });
}

function noPhases(): PhaseTotals {
  return Object.fromEntries(OPERATION_PHASES.map((phase) => [phase, 0])) as PhaseTotals;
}

/** Of an even number the upper one of the two in the middle. */
function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

/** Phase by phase by name: this is done with every operation, and a loop over the names takes longer. */
function addTo(totals: PhaseTotals, phases: OperationPhases): void {
  totals.encode += phases.encode;
  totals.place += phases.place;
  totals.dispatch += phases.dispatch;
  totals.compute += phases.compute;
  totals.marshal += phases.marshal;
  totals.transport += phases.transport;
  totals.wait += phases.wait;
  totals.collect += phases.collect;
}
