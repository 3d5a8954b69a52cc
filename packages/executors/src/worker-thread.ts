import { Worker } from 'node:worker_threads';
import { CrossoverError } from '@crossover/model';
import { Peer } from './peer.ts';
import { spawnHint } from './spawn-hint.ts';
import { thrownOf } from './thrown.ts';
import type { Reply, Request, ThreadData } from './protocol.ts';

/** A worker thread as its parent sees it. */
export class WorkerThread {
  readonly peer: Peer;
  /** Resolves when the thread is gone. */
  readonly gone: Promise<void>;
  /** Absent when it could not be started. */
  readonly #worker: Worker | undefined;

  /** @param onEnd called when the thread ends, for whatever reason, or has not even begun; never at once */
  constructor(entry: URL, data: ThreadData, onEnd: (error: CrossoverError) => void) {
    const where = `worker ${data.index + 1} of ${data.assignment.workers}`;
    this.peer = new Peer(where);
    const end = (message: string, cause: Error | undefined): void => {
      const hint = spawnHint(cause?.message ?? '');
      const failure = {
        code: 'worker-ended',
        message,
        where,
        ...(hint && { hint }),
        ...(cause && { thrown: thrownOf(cause) }),
      } as const;
      const error = new CrossoverError(failure, cause);
      this.peer.end(error);
      onEnd(error);
    };
    try {
      this.#worker = new Worker(entry, { workerData: data });
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error));
      this.gone = Promise.resolve().then(() => end(`a worker thread did not start: ${cause.message}`, cause));
      return;
    }
    let cause: Error | undefined;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.gone = promise;
    this.#worker.on('message', (reply: Reply) => this.peer.receive(reply));
    this.#worker.on('error', (error: Error) => {
      cause = error;
    });
    this.#worker.once('exit', (exitCode) => {
      const how = cause === undefined ? `with exit code ${exitCode}` : `by an error: ${cause.message}`;
      end(`a worker thread ended ${how}`, cause);
      resolve();
    });
  }

  /** @param moved buffers that go along, and are lost here */
  send(request: Request, moved: readonly ArrayBuffer[] = []): void {
    this.#worker?.postMessage(request, moved);
  }

  /** Ends the thread wherever it is; within native code, at the end of the call. */
  terminate(): void {
    void this.#worker?.terminate();
  }
}
