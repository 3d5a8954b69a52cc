// The process that a trial runs in: does what its one argument asks, answers, and ends.
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { measurePeaks } from '@crossover/addon';
import { dataCaches, readCounters } from '@crossover/environment';
import { modeOf } from '@crossover/executors';
import { loadHashing } from '@crossover/kernels';
import { CrossoverError, failureOf } from '@crossover/model';
import { monotonicClock } from '../clock.ts';
import { readFloor } from '../floor-reading.ts';
import { runOnce, SampleSeries, timeAroundSample, warmUp } from '../sampler.ts';
import { memoryPerWorker } from './floor-memory.ts';
import { holding, loadWork } from '../workload-inputs.ts';
import type { HostCell, HostReply, HostRequest, PeaksRequest, WorkRequest } from './host-protocol.ts';
import type { LoadedWork } from '../workload-inputs.ts';
import type { Subject } from '../sampler.ts';
import type { Executor, Job } from '@crossover/model';

/** Everything that a job needs but how it is computed. */
type Prepared = LoadedWork & Pick<Job, 'held'>;

type Requested<Kind extends HostRequest['kind']> = Extract<HostRequest, { readonly kind: Kind }>;

/** How long to run a cell to know how many operations make a sample: it need not be exact. */
const CALIBRATION = { fewestOperations: 3, leastNs: 20e6, mostNs: 60e6, window: 1, tolerance: 0.1 };

/** The executor in use, so that whatever ends this process also ends what it started. */
let current: Executor | undefined;

async function main(request: HostRequest): Promise<void> {
  if (request.kind === 'peaks') {
    await goAhead();
    return await findPeaks(request);
  }
  const work = await loadWork(request.work);
  const loaded: Prepared = { ...work, ...holding(work) };
  const cells = 'cells' in request ? request.cells : [request.cell];
  for (const { mode } of cells) await modeOf(mode).prepare?.();
  loadHashing();
  await goAhead();
  switch (request.kind) {
    case 'floor':
      return await findFloor(request, loaded);
    case 'calibrate':
      return await calibrate(request, loaded);
    case 'trial':
      return await measure(request, loaded);
    case 'verify':
      return await verify(request, loaded);
  }
}

/** Waits until the parent wants it to go on; where there is none, that is now. */
async function goAhead(): Promise<void> {
  if (process.send === undefined) return;
  const told = once(process, 'message');
  await reply({ kind: 'waiting' });
  await told;
}

async function findPeaks({ threads }: PeaksRequest): Promise<void> {
  const freeBytes = process.availableMemory();
  await reply({
    kind: 'peaks',
    peaks: await measurePeaks({ threads, caches: dataCaches(), freeBytes }),
  });
}

async function findFloor(request: Requested<'floor'>, loaded: Prepared): Promise<void> {
  const residentBefore = process.memoryUsage.rss();
  const { executor } = await start(loaded, request, request.cell);
  // Before the regions: their garbage is memory of this process, too.
  const memory = await memoryPerWorker(executor, request.cell, residentBefore);
  const reading = await readFloor(executor, { clock: monotonicClock, eachNs: request.eachNs });
  const { waitPolicy, startup } = executor;
  await reply({ kind: 'floor', waitPolicy, readyNs: startup.spawn + startup.load, ...memory, ...reading });
}

async function calibrate(request: Requested<'calibrate'>, loaded: Prepared): Promise<void> {
  for (const [index, cell] of request.cells.entries()) {
    try {
      const subject = await start(loaded, request, cell);
      const { operationsNs } = await warmUp(subject, CALIBRATION);
      const settled = operationsNs.slice(-3).toSorted((a, b) => a - b);
      const aroundSampleNs = await timeAroundSample(subject);
      await reply({
        kind: 'calibrated',
        index,
        operationNs: settled[settled.length >> 1] ?? 0,
        aroundSampleNs,
      });
    } catch (error) {
      await reply({ kind: 'failed', index, failure: failureOf(error, 'kernel-threw') });
    } finally {
      await current?.close();
    }
  }
}

async function measure(request: Requested<'trial'>, loaded: Prepared): Promise<void> {
  const subject = await start(loaded, request, request.cell);
  const warm = await warmUp(subject, request.warmUp);
  const series = new SampleSeries(subject, request);
  for (let sample = 0; sample < request.samples; sample++) {
    await goAhead();
    await series.take();
  }
  await goAhead();
  const { samples } = series;
  const pssBytes = await subject.executor.proportionalMemory();
  await reply({
    kind: 'measured',
    samplesNs: samples.samplesNs,
    cpuNs: samples.cpuNs,
    warmupNs: warm.operationsNs,
    steady: warm.steady,
    phasesNs: { ...subject.executor.startup, ...samples.phasesNs },
    passesNs: samples.passesNs,
    digest: samples.digest,
    peakRssBytes: await subject.executor.peakMemory(),
    ...(pssBytes !== undefined && { pssBytes }),
    covariates: samples.covariates,
    samplesCovariates: samples.samplesCovariates,
  });
}

async function verify(request: Requested<'verify'>, loaded: Prepared): Promise<void> {
  for (const [index, cell] of request.cells.entries()) {
    try {
      const subject = await start(loaded, request, cell);
      const digest = await runOnce(subject);
      if (index === 0 && request.outputFile !== undefined) await keepOutputs(subject, request.outputFile);
      await reply({ kind: 'checked', index, digest });
    } catch (error) {
      await reply({ kind: 'failed', index, failure: failureOf(error, 'kernel-threw') });
    } finally {
      await current?.close();
    }
  }
}

async function start(loaded: Prepared, request: WorkRequest, cell: HostCell): Promise<Subject> {
  const { work, tuning } = request;
  const { kernel, ...prepared } = loaded;
  const limitMs = request.kind === 'floor' ? undefined : request.operationLimitMs;
  const executor = await modeOf(cell.mode).start({
    ...jobPartOf(cell),
    kernelId: kernel.id,
    ...tuning,
    ...(limitMs !== undefined && { timeLimitMs: limitMs }),
    ...prepared,
  });
  current = executor;
  const { parameters } = prepared;
  const subject = { kernel, parameters, executor, clock: monotonicClock, machine: readCounters };
  return work.digest === undefined ? subject : { ...subject, digest: work.digest };
}

/** What a job takes from a cell, which may be a planned one with more to it. */
function jobPartOf({ lane, workers, processes, placement }: HostCell): Omit<HostCell, 'mode'> {
  return {
    lane,
    workers,
    ...(processes !== undefined && { processes }),
    ...(placement !== undefined && { placement }),
  };
}

async function keepOutputs({ kernel, executor }: Subject, path: string): Promise<void> {
  const regions = Object.keys(kernel.outputs).map((name) => executor.views[name]!);
  const bytes = regions.map((view) => Buffer.from(view.buffer, view.byteOffset, view.byteLength));
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const message = `cannot write the output: ${error instanceof Error ? error.message : String(error)}`;
    throw new CrossoverError({ code: 'not-writable', message, where: path }, error);
  }
}

/** Sends to the parent, or prints where the host was started by hand. */
async function reply(message: HostReply): Promise<void> {
  if (process.send === undefined) {
    console.log(JSON.stringify(message));
    return;
  }
  await new Promise<void>((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}

/**
 * Ends this process and all that it started. By a signal, because `process.exit` can wait forever for V8's
 * compiler threads (nodejs/node#54918).
 */
async function end(): Promise<void> {
  try {
    await current?.close();
  } finally {
    process.kill(process.pid, 'SIGKILL');
  }
}

// Ctrl-C reaches the whole process group; the parent decides what becomes of the trial.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => void end());
// The parent has what it wanted, or is gone.
process.on('disconnect', () => void end());

try {
  await main(JSON.parse(process.argv[2] ?? '') as HostRequest);
} catch (error) {
  await reply({ kind: 'failed', index: 0, failure: failureOf(error, 'kernel-threw') });
}
// A thread that cannot be ended, because it never comes back from native code, ends with this process.
await current?.close().catch(() => {});
// The parent ends this process now; one that was started by hand ends by itself.
await reply({ kind: 'finished' });
