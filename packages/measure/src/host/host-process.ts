import { join } from 'node:path';
import { CrossoverError, nanoseconds } from '@crossover/model';
import { execa } from 'execa';
import { monotonicClock } from '../clock.ts';
import type { Nanoseconds } from '@crossover/model';
import type { HostGo, HostReply, HostRequest } from './host-protocol.ts';

const HOST = join(import.meta.dirname, 'trial-host.js');

/** How long a host may take to close its executor before it is killed, in milliseconds. */
const CLOSING_MS = 1_000;

/** What a request is answered by. */
export type Answer = Exclude<HostReply, { readonly kind: 'ready' | 'finished' }>;

export interface HostOptions {
  readonly signal: AbortSignal;
  /** Longest time that it may take to get ready, and then again to answer, in milliseconds: what hangs is ended. */
  readonly timeLimitMs: number;
  /** Length of an environment variable: moves the stack, so that memory layout varies between processes. */
  readonly padding?: number;
}

/** A fresh process for one request: it gets ready, waits, and answers. */
export interface Host {
  /** Settles when it is ready, or has ended before. Never rejects: what became of it is told by `answer`. */
  readonly ready: Promise<void>;
  /**
   * Has it do what it was started for, and passes on what it answers until it has ended.
   * @returns how long that took, in nanoseconds
   * @throws CrossoverError `interrupted` when the signal was given, `time-limit` when it hung,
   *   `trial-ended` when it died.
   */
  readonly answer: (onReply: (reply: Answer) => void) => Promise<Nanoseconds>;
  /** Ends it, answered or not. */
  readonly end: () => Promise<void>;
}

/** Starts a process that gets ready for a request. */
export function startHost(request: HostRequest, { signal, timeLimitMs, padding = 0 }: HostOptions): Host {
  // The children that it starts get the same flags.
  const flags = request.kind === 'trial' && request.forceGc === true ? ['--expose-gc'] : [];
  const host = execa(process.execPath, [...flags, HOST, JSON.stringify(request)], {
    stdin: 'ignore',
    stdout: 'ignore',
    ipc: true,
    serialization: 'json',
    buffer: { ipc: false },
    env: { CROSSOVER_PADDING: 'x'.repeat(padding) },
    cancelSignal: signal,
    forceKillAfterDelay: CLOSING_MS,
    reject: false,
  });
  const ended = host.then((result) => result);
  const ready = Promise.withResolvers<void>();
  let finished = false;
  let timedOut = false;
  // What fails before it is ready is told before anybody asks.
  const early: Answer[] = [];
  let pass = (reply: Answer): void => void early.push(reply);
  const limited = (): NodeJS.Timeout =>
    setTimeout(() => {
      timedOut = true;
      host.kill();
    }, timeLimitMs);
  let limit = limited();
  host.nodeChildProcess.on('message', (message) => {
    const reply = message as HostReply;
    if (reply.kind === 'ready') {
      clearTimeout(limit);
      ready.resolve();
    } else if (reply.kind === 'finished') {
      finished = true;
      // It has nothing left to do but to end, which takes time and may not even succeed.
      host.kill('SIGKILL');
    } else {
      pass(reply);
    }
  });
  void ended.finally(() => {
    clearTimeout(limit);
    ready.resolve();
  });
  return {
    ready: ready.promise,
    answer: async (onReply) => {
      await ready.promise;
      const start = monotonicClock();
      pass = onReply;
      for (const reply of early) onReply(reply);
      if (host.nodeChildProcess.connected) {
        limit = limited();
        host.nodeChildProcess.send({ kind: 'go' } satisfies HostGo, () => {});
      }
      const result = await ended;
      if (finished) return nanoseconds(monotonicClock() - start);
      if (result.isCanceled || signal.aborted) {
        throw new CrossoverError({ code: 'interrupted', message: 'interrupted' });
      }
      if (timedOut) {
        const message = `no answer within ${Math.round(timeLimitMs / 1000)} s; the process was ended`;
        throw new CrossoverError({ code: 'time-limit', message });
      }
      const how = result.signal === undefined ? `with exit code ${result.exitCode}` : `by ${result.signal}`;
      throw new CrossoverError({
        code: 'trial-ended',
        message: `the process of the trial ended ${how}${lastWords(result.stderr)}`,
      });
    },
    end: async () => {
      host.kill();
      await ended;
    },
  };
}

/**
 * Starts a process for a request, and passes on what it answers until it has ended.
 * @throws CrossoverError as {@link Host.answer} does
 */
export async function askHost(
  request: HostRequest,
  { onReply, ...options }: HostOptions & { readonly onReply: (reply: Answer) => void },
): Promise<void> {
  await startHost(request, options).answer(onReply);
}

/** What a process that died said of it, where it said anything: the error, not the stack or version around it. */
function lastWords(stderr: string | undefined): string {
  const lines = (stderr ?? '').split('\n').filter((line) => line.trim() !== '');
  const words =
    lines.find((line) => /^(?:\w*Error\b|FATAL|fatal|thread '.*' panicked)/.test(line)) ?? lines.at(-1);
  return words === undefined ? '' : `: ${words}`;
}
