import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answersRightly, FAULTY_MODES, SUBJECT } from './faulty-modes.ts';
import { Fuse, namesLeft } from './fuse.ts';
import type { Executor, Failure, FailureCode } from '@crossover/model';
import type { FaultyMode } from './faulty-modes.ts';
import type { Strike } from './fixtures/strikes.ts';

/** What a failure says, by what the mode's workers are; nothing where the fault cannot happen to such. */
type Lost = Partial<Record<FaultyMode['workers'], string>>;

interface Fault {
  readonly strike: Strike;
  /** Of an operation, in milliseconds; none when absent. */
  readonly timeLimitMs?: number;
  /** How long the operation, and the next one, may take, in milliseconds: not measured, but what the test waits for. */
  readonly boundMs: number;
  /** Of the failure, where it is the same in all modes. */
  readonly code?: FailureCode;
  /** What the failure says; where it differs, for the modes in which the fault can happen. */
  readonly message: string | Lost;
  readonly thrown?: Failure['thrown'];
  /** The modes that differ in what they do about it; all when absent. The soak has every fault in every mode. */
  readonly modes?: readonly string[];
}

const THROWN = {
  name: 'RangeError',
  message: 'out of cheese',
  code: 'ERR_CHEESE',
  cause: { name: 'TypeError', message: 'no milk', code: 'ERR_MILK' },
};
const LATE = {
  timeLimitMs: 400,
  boundMs: 20_000,
  code: 'time-limit',
  message: 'no answer within',
} as const;

const FAULTS: readonly Fault[] = [
  { strike: 'throw', boundMs: 10_000, code: 'kernel-threw', message: 'threw: out of cheese', thrown: THROWN },
  {
    strike: 'throw what cannot be sent',
    boundMs: 10_000,
    code: 'kernel-threw',
    message: 'threw: something that cannot be written down',
    modes: ['worker-threads', 'worker-threads/transfer', 'processes', 'hybrid'],
  },
  {
    strike: 'exit',
    boundMs: 10_000,
    message: {
      threads: 'exit code 3',
      children: 'exit code 3',
      'threads of children': 'exit code 3',
    },
  },
  {
    strike: 'fill the heap',
    boundMs: 30_000,
    modes: ['worker-threads', 'processes', 'hybrid'],
    message: {
      threads: 'memory limit',
      children: 'heap out of memory',
      'threads of children': 'memory limit',
    },
  },
  { strike: 'abort', boundMs: 10_000, message: { children: 'SIGABRT' }, modes: ['processes'] },
  { strike: 'kill', boundMs: 10_000, message: { children: 'SIGKILL', 'threads of children': 'SIGKILL' } },
  { strike: 'loop', ...LATE, modes: ['worker-threads', 'worker-threads/transfer', 'processes', 'hybrid'] },
  // A child is killed wherever it is; threads have to be waited for.
  {
    strike: 'wait in a native call',
    ...LATE,
    modes: ['worker-threads', 'worker-threads/transfer'],
  },
  { strike: 'stop', ...LATE, modes: ['processes', 'processes/shared', 'processes/file', 'hybrid'] },
];

const fuse = new Fuse();
afterAll(() => fuse.remove());

describe.each(FAULTY_MODES)('in the mode $name', ({ name, start, workers }) => {
  let executor: Executor;
  let timeLimitMs: number | undefined;
  const withLimit = async (limit: number | undefined): Promise<Executor> => {
    if (executor !== undefined && limit === timeLimitMs) return executor;
    await executor?.close();
    timeLimitMs = limit;
    const job = SUBJECT.job('typescript', 2);
    executor = await start(limit === undefined ? job : { ...job, timeLimitMs: limit });
    return executor;
  };
  beforeAll(() => withLimit(undefined));
  afterAll(() => executor.close());

  const possible = FAULTS.filter(
    ({ message, modes }) =>
      (modes?.includes(name) ?? true) && (typeof message === 'string' || workers in message),
  );
  // Through a file or not, it is the same channel.
  test.runIf(workers === 'children' && name !== 'processes/file')(
    'a worker that closes its channel is lost at once or before the next operation',
    { timeout: 10_000 },
    async () => {
      await withLimit(undefined);
      fuse.light('disconnect');
      // It may finish what it is at.
      await Promise.allSettled([executor.run()]);
      await vi.waitFor(async () => {
        await Promise.allSettled([executor.cpuTime()]);
        expect(executor.replaced()).toBe(1);
      }, 8_000);
      expect(await answersRightly(executor)).toBe(true);
    },
  );

  test.each(possible)(
    'a worker that should $strike fails one operation, and the next is right',
    async (fault) => {
      await withLimit(fault.timeLimitMs);
      expect(await answersRightly(executor)).toBe(true);
      const before = executor.replaced();
      fuse.light(fault.strike);
      const failure = failureOf(fault, workers);
      const [outcome] = await within(fault.boundMs, Promise.allSettled([executor.run()]));
      expect(outcome).toMatchObject({ status: 'rejected', reason: { failure } });
      expect(await within(fault.boundMs, answersRightly(executor))).toBe(true);
      expect(executor.replaced() - before).toBe(replacementsAfter(fault, workers));
    },
  );

  test('closing leaves no process and no file', async () => {
    await executor.close();
    expect(namesLeft()).toEqual([]);
    expect(await fuse.remaining()).toEqual([]);
  });
});

/** What the operation that is hit fails with. */
function failureOf({ code, message, thrown }: Fault, workers: FaultyMode['workers']): unknown {
  const lost: unknown = expect.stringMatching(/^(worker|process)-ended$/);
  return {
    code: code ?? lost,
    message: expect.stringContaining(typeof message === 'string' ? message : message[workers]!),
    where: expect.stringMatching(/^(worker|process) [12] of 2/),
    ...(thrown && { thrown }),
  };
}

/** How often the executor replaces its workers; a child that loses a thread sees to it by itself. */
function replacementsAfter({ strike, code }: Fault, workers: FaultyMode['workers']): number {
  if (code === 'kernel-threw') return 0;
  return workers === 'threads of children' && ['exit', 'fill the heap'].includes(strike) ? 0 : 1;
}

/** @throws Error when it takes longer. */
async function within<T>(boundMs: number, result: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const late = delay(boundMs, undefined, { signal: waiting.signal }).then(() => {
    throw new Error(`not settled within ${boundMs} ms`);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    waiting.abort();
    late.catch(() => {});
  }
}
