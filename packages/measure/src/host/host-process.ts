import { join } from 'node:path';
import { CrossoverError, nanoseconds } from '@crossover/model';
import { execa } from 'execa';
import { monotonicClock } from '../clock.ts';
import type { Nanoseconds } from '@crossover/model';
import type { HostReply, HostRequest } from './host-protocol.ts';

const HOST = join(import.meta.dirname, 'trial-host.js');

/** How long a host may take to close its executor before it is killed, in milliseconds. */
const CLOSING_MS = 1_000;

/** What a request is answered by. */
export type Answer = Exclude<HostReply, { readonly kind: 'finished' }>;

export interface HostOptions {
  readonly signal: AbortSignal;
  /** Longest time that it may take, in milliseconds: what hangs is ended. */
  readonly timeLimitMs: number;
  /** Length of an environment variable: moves the stack, so that memory layout varies between processes. */
  readonly padding?: number;
  readonly onReply: (reply: Answer) => void;
}

/**
 * Starts a fresh process, hands it the request, and passes on what it answers until it has ended.
 * @returns how long the process lasted, in nanoseconds
 * @throws CrossoverError `interrupted` when the signal was given, `time-limit` when it hung,
 *   `trial-ended` when it died.
 */
export async function askHost(request: HostRequest, options: HostOptions): Promise<Nanoseconds> {
  const { signal, timeLimitMs, padding = 0, onReply } = options;
  const start = monotonicClock();
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
    timeout: timeLimitMs,
    forceKillAfterDelay: CLOSING_MS,
    reject: false,
  });
  let finished = false;
  host.nodeChildProcess.on('message', (message) => {
    const reply = message as HostReply;
    if (reply.kind === 'finished') {
      finished = true;
      // It has nothing left to do but to end, which takes time and may not even succeed.
      host.kill('SIGKILL');
    } else {
      onReply(reply);
    }
  });
  const result = await host;
  if (finished) return nanoseconds(monotonicClock() - start);
  if (result.isCanceled || signal.aborted) {
    throw new CrossoverError({ code: 'interrupted', message: 'interrupted' });
  }
  if (result.timedOut) {
    const message = `no answer within ${Math.round(timeLimitMs / 1000)} s; the process was ended`;
    throw new CrossoverError({ code: 'time-limit', message });
  }
  const how = result.signal === undefined ? `with exit code ${result.exitCode}` : `by ${result.signal}`;
  throw new CrossoverError({
    code: 'trial-ended',
    message: `the process of the trial ended ${how}${lastWords(result.stderr)}`,
  });
}

/** What a process that died said of it, where it said anything: the error, not the stack or version around it. */
function lastWords(stderr: string | undefined): string {
  const lines = (stderr ?? '').split('\n').filter((line) => line.trim() !== '');
  const words =
    lines.find((line) => /^(?:\w*Error\b|FATAL|fatal|thread '.*' panicked)/.test(line)) ?? lines.at(-1);
  return words === undefined ? '' : `: ${words}`;
}
