import { CrossoverError } from '@crossover/model';
import { execa } from 'execa';
import { entryBeside } from './entry.ts';
import type { HostWork } from '@crossover/measure';
import type { MeanWithMargin } from './decision.ts';

/** The libraries beside which Crossover's way is put. */
export type Library = 'mitata' | 'tinybench';

/** What a fresh process is asked for, as one JSON argument. */
export interface OtherRequest {
  readonly library: Library;
  /** What to measure, in this order; `empty`: a function that does nothing, plain and async. */
  readonly functions: readonly HostWork[] | 'empty';
  /** For each function, warm-up included. */
  readonly eachMs: number;
}

export interface OtherReply {
  /** In nanoseconds, one for each function. A library that gives no margin has 0. */
  readonly means: readonly MeanWithMargin[];
}

/** What such a process may take beyond its budget, in milliseconds. */
const ALLOWANCE_MS = 60_000;

/**
 * Lets a library measure some functions in a fresh process, with garbage collection exposed, as mitata recommends.
 * @throws CrossoverError `interrupted`, or `process-ended` with what the process said last
 */
export async function measureTheirWay(
  request: OtherRequest,
  signal: AbortSignal,
): Promise<OtherReply['means']> {
  const entry = entryBeside(import.meta.filename, 'other-process');
  const child = execa(process.execPath, ['--expose-gc', entry, JSON.stringify(request)], {
    stdin: 'ignore',
    stdout: 'ignore',
    ipc: true,
    serialization: 'json',
    buffer: { ipc: false },
    cancelSignal: signal,
    timeout: 2 * request.eachMs * 2 + ALLOWANCE_MS,
    reject: false,
  });
  let reply: OtherReply | undefined;
  child.nodeChildProcess.on('message', (message) => (reply = message as unknown as OtherReply));
  const { stderr, isCanceled } = await child;
  if (isCanceled || signal.aborted) throw new CrossoverError({ code: 'interrupted', message: 'interrupted' });
  if (reply !== undefined) return reply.means;
  const message = `the process of ${request.library} ended without an answer`;
  throw new CrossoverError({
    code: 'process-ended',
    message,
    where: stderr?.trim().split('\n').at(-1) ?? '',
  });
}
