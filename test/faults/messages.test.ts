import { describe, expect, test } from 'vitest';
import { sharedMappingUnavailable } from '../../packages/addon/dist/index.js';
import { startHybrid } from '../../packages/executors/dist/modes/hybrid.js';
import { startProcesses } from '../../packages/executors/dist/modes/processes.js';
import { startWorkerThreads } from '../../packages/executors/dist/modes/worker-threads.js';
import { answersRightly, SUBJECT } from './faulty-modes.ts';
import { prepare } from '../conformance/workload.ts';
import type { Executor, Job } from '@crossover/model';

type Start = (job: Job, entry?: URL) => Promise<Executor>;

const CHILD = new URL('fixtures/child-with-unsendable-answers.ts', import.meta.url);
const THREAD = new URL('fixtures/thread-with-unsendable-answers.ts', import.meta.url);

/** The modes in which chunks go by message. */
const SENDING: readonly { readonly name: string; readonly start: Start; readonly broken?: URL }[] = [
  { name: 'processes', start: startProcesses, broken: CHILD },
  {
    name: 'processes/file',
    start: (job, entry) => startProcesses({ ...job, placement: 'file' }, entry),
    broken: CHILD,
  },
  {
    name: 'worker-threads/transfer',
    start: (job, entry) => startWorkerThreads({ ...job, placement: 'transfer' }, entry),
    broken: THREAD,
  },
  {
    name: 'worker-threads/clone',
    start: (job, entry) => startWorkerThreads({ ...job, placement: 'clone' }, entry),
    broken: THREAD,
  },
  { name: 'hybrid', start: (job) => startHybrid({ ...job, workers: 2 * job.workers, processes: 2 }) },
];

const unshared = await sharedMappingUnavailable();
const SHARED = {
  name: 'processes/shared',
  start: (job: Job) => startProcesses({ ...job, placement: 'shared' }),
};

/** In all others, too, workers are told by message what they are for. */
const TELLING = [
  ...SENDING,
  { name: 'worker-threads', start: startWorkerThreads },
  ...(unshared === undefined ? [SHARED] : []),
];

test.each(TELLING)('a job that cannot be sent fails the start of $name, and says why', async ({ start }) => {
  const job = SUBJECT.job('typescript', 2);
  const parameters = { ...job.parameters, size: (() => 1) as unknown as number };
  const failure = {
    code: 'usage',
    message: expect.stringMatching(/cannot be sent: .*could not be cloned/),
    where: expect.stringMatching(/^(worker|process) [12] of 2$/),
  };
  await expect(start({ ...job, parameters })).rejects.toMatchObject({ failure });
});

describe.each(SENDING)('in $name', ({ start, broken }) => {
  test.runIf(broken !== undefined)(
    'an answer that cannot be sent fails the operation, and not the executor',
    async () => {
      const executor = await start(SUBJECT.job('typescript', 2), broken);
      const failure = {
        code: 'internal',
        message: expect.stringMatching(/^the answer cannot be sent: .*could not be cloned/),
        where: expect.stringMatching(/^worker [12] of 2$/),
      };
      await expect(executor.run()).rejects.toMatchObject({ failure });
      expect(await answersRightly(executor)).toBe(true);
      expect(executor.replaced()).toBe(0);
      await executor.close();
    },
  );

  test('boundaries that lead nowhere fail the operation, and not the executor', async () => {
    const { kernel, digest, parameters, job } = await prepare('sha256', 'smoke');
    const executor = await start(job('typescript', 2));
    const boundaries = executor.views['boundaries'];
    const right = boundaries!.slice();
    boundaries!.fill(2 ** 31, 1);
    const failure = {
      code: 'kernel-threw',
      message: expect.stringMatching(
        /threw: region \S+: the items \[0, \d+\) lie at the elements \[0, 2147483648\)/,
      ),
      where: expect.stringMatching(/^(worker|process) [12] of 2$/),
    };
    await expect(executor.run()).rejects.toMatchObject({ failure });
    boundaries!.set(right);
    await executor.run();
    expect(kernel.digest(executor.views, parameters)).toBe(digest);
    await executor.close();
  });
});
