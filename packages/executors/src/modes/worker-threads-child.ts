// First lines of a worker's code: everything else is imported after it has reported, and all of it as one file.
import { parentPort, workerData } from 'node:worker_threads';
import type { Reply, BlockThreadData } from '../protocol.ts';

const report = (reply: Reply): void => parentPort?.postMessage(reply, []);
report({ kind: 'up' });

const { work } = await import('./worker-threads-work.ts');
await work(workerData as BlockThreadData, report);
