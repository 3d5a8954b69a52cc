import { join } from 'node:path';
import { CrossoverError } from '@crossover/model';
import { execa } from 'execa';
import type { HostGo, HostReply, HostRequest } from './host-protocol.ts';

const HOST = join(import.meta.dirname, 'trial-host.js');

/** How long a host may take to close its executor before it is killed, in milliseconds. */
const CLOSING_MS = 1_000;

/** What a request is answered by. */
export type Answer = Exclude<HostReply, { readonly kind: 'waiting' | 'finished' }>;

export interface HostOptions {
  readonly signal: AbortSignal;
  /** Longest time that it may take until it waits, or ends, in milliseconds: what hangs is ended. */
  readonly timeLimitMs: number;
  /** Length of an environment variable: moves the stack, so that memory layout varies between processes. */
  readonly padding?: number;
  /** Called with what it answers. */
  readonly onReply: (reply: Answer) => void;
}

/** A fresh process for one request, which now and then waits until it is told to go on. */
export class Host {
  readonly #process: ReturnType<typeof spawnHost>;
  readonly #options: HostOptions;
  /** Resolves when it waits or has ended. */
  #paused = Promise.withResolvers<void>();
  #limit: NodeJS.Timeout | undefined;
  #state: 'busy' | 'waiting' | 'finished' | 'ended' = 'busy';
  #timedOut = false;

  /** Starts it. It gets ready, and waits. */
  constructor(request: HostRequest, options: HostOptions) {
    this.#options = options;
    this.#process = spawnHost(request, options);
    this.#process.nodeChildProcess.on('message', (message) => this.#hear(message as HostReply));
    void this.#process.finally(() => {
      if (this.#state !== 'finished') this.#state = 'ended';
      this.#pause();
    });
    this.#setLimit();
  }

  /**
   * Resolves when it waits, or has ended with everything answered.
   * @returns whether it waits
   * @throws CrossoverError `interrupted` when the signal was given, `time-limit` when it hung,
   *   `trial-ended` when it died.
   */
  async waits(): Promise<boolean> {
    await this.#paused.promise;
    if (this.#state === 'waiting') return true;
    const result = await this.#process;
    if (this.#state === 'finished') return false;
    if (result.isCanceled || this.#options.signal.aborted) {
      throw new CrossoverError({ code: 'interrupted', message: 'interrupted' });
    }
    if (this.#timedOut) {
      const limit = Math.round(this.#options.timeLimitMs / 1000);
      const message = `no answer within ${limit} s; the process was ended`;
      throw new CrossoverError({ code: 'time-limit', message });
    }
    const how = result.signal === undefined ? `with exit code ${result.exitCode}` : `by ${result.signal}`;
    const message = `the process of the trial ended ${how}${lastWords(result.stderr)}`;
    throw new CrossoverError({ code: 'trial-ended', message });
  }

  /** Has it go on, if it waits. */
  proceed(): void {
    if (this.#state !== 'waiting') return;
    this.#state = 'busy';
    this.#paused = Promise.withResolvers();
    this.#setLimit();
    this.#process.nodeChildProcess.send({ kind: 'go' } satisfies HostGo, () => {});
  }

  /** Ends it, whatever it does. */
  async end(): Promise<void> {
    this.#process.kill();
    await this.#process;
  }

  #hear(reply: HostReply): void {
    if (reply.kind === 'waiting') {
      this.#state = 'waiting';
      this.#pause();
    } else if (reply.kind === 'finished') {
      this.#state = 'finished';
      // It has nothing left to do but to end, which takes time and may not even succeed.
      this.#process.kill('SIGKILL');
    } else {
      this.#options.onReply(reply);
    }
  }

  #pause(): void {
    clearTimeout(this.#limit);
    this.#paused.resolve();
  }

  #setLimit(): void {
    this.#limit = setTimeout(() => {
      this.#timedOut = true;
      this.#process.kill();
    }, this.#options.timeLimitMs);
  }
}

/**
 * Starts a process for a request, and waits until everything is answered.
 * @throws CrossoverError as {@link Host.waits} does
 */
export async function askHost(request: HostRequest, options: HostOptions): Promise<void> {
  const host = new Host(request, options);
  while (await host.waits()) host.proceed();
}

function spawnHost(request: HostRequest, { signal, padding = 0 }: HostOptions) {
  // The children that it starts get the same flags.
  const flags = request.kind === 'trial' && request.forceGc === true ? ['--expose-gc'] : [];
  return execa(process.execPath, [...flags, HOST, JSON.stringify(request)], {
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
}

/** What a process that died said of it, where it said anything: the error, not the stack or version around it. */
function lastWords(stderr: string | undefined): string {
  const lines = (stderr ?? '').split('\n').filter((line) => line.trim() !== '');
  const words =
    lines.find((line) => /^(?:\w*Error\b|FATAL|fatal|thread '.*' panicked)/.test(line)) ?? lines.at(-1);
  return words === undefined ? '' : `: ${words}`;
}
