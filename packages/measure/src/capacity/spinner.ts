// A thread that spins whenever it is asked to, and writes down how long that took.
import { workerData } from 'node:worker_threads';
import { spin } from '../spin.ts';
import type { SpinnerData } from './capacity-probe.ts';

const { words, times, index } = workerData as SpinnerData;
spin();
times[index] = 0;
for (let round = 0; ;) {
  Atomics.add(words, 1, 1);
  Atomics.notify(words, 1);
  Atomics.wait(words, 0, round);
  round = Atomics.load(words, 0);
  // A negative round means to leave.
  if (round < 0) break;
  times[index] = spin();
}
