import { Worker } from 'node:worker_threads';
import { CrossoverError } from '@crossover/model';
import { Peer } from './peer.ts';
import { spawnHint } from './spawn-hint.ts';
import { thrownOf } from './thrown.ts';
import { unsendable } from './unsendable.ts';
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
    const end = (error: CrossoverError): void => {
      this.peer.end(error);
      onEnd(error);
    };
    try {
      this.#worker = new Worker(entry, { workerData: data });
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error));
      const lost =
        cause.name === 'DataCloneError'
          ? unsendable(where, cause)
          : lossOf(where, `a worker thread did not start: ${cause.message}`, cause);
      this.gone = Promise.resolve().then(() => end(lost));
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
      end(lossOf(where, `a worker thread ended ${how}`, cause));
      resolve();
    });
  }

  /**
   * @param moved buffers that go along, and are lost here
   * @throws CrossoverError `usage` when the request cannot be copied.
   */
  send(request: Request, moved: readonly ArrayBuffer[] = []): void {
    try {
      this.#worker?.postMessage(request, moved);
    } catch (error) {
      throw unsendable(this.peer.where, error);
    }
  }

  /** Ends the thread wherever it is; within native code, at the end of the call. */
  terminate(): void {
    void this.#worker?.terminate();
  }
}

function lossOf(where: string, message: string, cause: Error | undefined): CrossoverError {
  const hint = spawnHint(cause?.message ?? '');
  const thrown = cause && thrownOf(cause);
  const failure = { message, where, ...(hint && { hint }), ...(thrown && { thrown }) };
  return new CrossoverError({ code: 'worker-ended', ...failure }, cause);
}
