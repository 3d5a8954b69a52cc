// First lines of a worker's code: everything else is imported after it has reported, and all of it as one file.
import { parentPort, workerData } from 'node:worker_threads';
import type { MessageThreadData, Reply } from '../protocol.ts';

const up: Reply = { kind: 'up' };
parentPort?.postMessage(up, []);

const { work } = await import('./threads-messages-work.ts');
work(workerData as MessageThreadData);
