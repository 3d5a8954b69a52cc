import { parentPort } from 'node:worker_threads';
import { perform } from '../perform.ts';
import type { Task } from '../task.ts';

parentPort?.on('message', (task: Task) => {
  const done = perform(task);
  if (typeof done === 'number') parentPort?.postMessage(done, []);
  else void done.then((answer) => parentPort?.postMessage(answer, []));
});
