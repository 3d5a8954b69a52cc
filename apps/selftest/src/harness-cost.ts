import { fork } from 'node:child_process';
import { once } from 'node:events';
import { askHost, chooseWorkload, hostWorkOf } from '@crossover/measure';
import { BASE_LANE, BASE_MODE, CrossoverError } from '@crossover/model';
import { meanOf } from '@crossover/statistics';
import { entryBeside } from './entry.ts';
import { settingsFor } from './asking.ts';
import { measureTheirWay } from './other-comparison.ts';
import { KERNEL } from './question.ts';

/**
 * What a harness adds to an operation, in nanoseconds: of a mean over many operations the least in any round, since
 * what others do can only add to it.
 */
export interface HarnessCost {
  readonly what: string;
  readonly nanoseconds: number;
}

/** Time that other libraries have for an empty function, in milliseconds: the defaults of both lie near it. */
const EACH_MS = 1000;

const OPERATIONS = 1000;
const SAMPLES = 30;

/** Measures an empty operation in each harness, by turns, each time in fresh processes. */
export async function harnessCosts(rounds: number, signal: AbortSignal): Promise<readonly HarnessCost[]> {
  const readings = new Map<string, number[]>();
  const keep = (what: string, time: number): void => {
    readings.set(what, [...(readings.get(what) ?? []), time]);
  };
  for (let round = 0; round < rounds; round++) {
    keep('Crossover: sampler around an executor that does nothing', await samplerCost(signal));
    keep('Crossover: a trial of an operation of one item and no step', await trialCost(signal));
    for (const library of ['mitata', 'tinybench'] as const) {
      const request = { library, functions: 'empty', eachMs: EACH_MS } as const;
      const [plain, async] = await measureTheirWay(request, signal);
      keep(`${library}: empty function`, plain!.mean);
      keep(`${library}: empty async function`, async!.mean);
    }
  }
  return [...readings].map(([what, times]) => ({ what, nanoseconds: Math.min(...times) }));
}

async function samplerCost(signal: AbortSignal): Promise<number> {
  const child = fork(entryBeside(import.meta.filename, 'empty-operation'), {
    stdio: 'ignore',
    execArgv: [],
  });
  const end = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', end);
  try {
    const ended = once(child, 'exit');
    const answer = await Promise.race([once(child, 'message'), ended.then(() => undefined)]);
    await ended;
    if (signal.aborted) throw new CrossoverError({ code: 'interrupted', message: 'interrupted' });
    if (answer !== undefined) return meanOf(answer[0] as readonly number[]).mean;
    throw new CrossoverError({ code: 'process-ended', message: 'the sampler ended without an answer' });
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** All that a real operation of a real trial costs: chunks, clocks, phases, and a call of the kernel. */
async function trialCost(signal: AbortSignal): Promise<number> {
  const set = { systems: 1, steps: 0 };
  const work = hostWorkOf(await chooseWorkload({ kernel: KERNEL, workload: 'medium', set }, signal));
  const samples: number[] = [];
  await askHost(
    {
      kind: 'trial',
      work,
      cell: { lane: BASE_LANE, mode: BASE_MODE, workers: 1 },
      warmUp: settingsFor(1, 0).warmUp,
      samples: SAMPLES,
      operationsPerSample: OPERATIONS,
    },
    {
      signal,
      timeLimitMs: 60_000,
      onReply: (reply) => {
        if (reply.kind === 'measured') samples.push(...reply.samplesNs);
        if (reply.kind === 'failed') throw new CrossoverError(reply.failure);
      },
    },
  );
  return meanOf(samples).mean;
}
