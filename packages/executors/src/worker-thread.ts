import { Worker } from 'node:worker_threads';
import { CrossoverError } from '@crossover/model';
import { Peer } from './peer.ts';
import type { Reply, Request, ThreadData } from './protocol.ts';

/** A worker thread as its parent sees it. */
export class WorkerThread {
  readonly peer: Peer;
  /** Resolves when the thread is gone. */
  readonly gone: Promise<void>;
  readonly #worker: Worker;

  /** @param onEnd called when the thread ends, for whatever reason */
  constructor(entry: URL, data: ThreadData, onEnd: (error: CrossoverError) => void) {
    const where = `worker ${data.index + 1} of ${data.assignment.workers}`;
    this.peer = new Peer(where);
    this.#worker = new Worker(entry, { workerData: data });
    let cause: Error | undefined;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.gone = promise;
    this.#worker.on('message', (reply: Reply) => this.peer.receive(reply));
    this.#worker.on('error', (error: Error) => {
      cause = error;
    });
    this.#worker.once('exit', (exitCode) => {
      const how = cause === undefined ? `with exit code ${exitCode}` : `by an error: ${cause.message}`;
      const failure = { code: 'worker-ended', message: `a worker thread ended ${how}`, where } as const;
      const error = new CrossoverError(failure, cause);
      this.peer.end(error);
      onEnd(error);
      resolve();
    });
  }

  send(request: Request): void {
    this.#worker.postMessage(request, []);
  }

  /** Ends the thread wherever it is; within native code, at the end of the call. */
  terminate(): void {
    void this.#worker.terminate();
  }
}
