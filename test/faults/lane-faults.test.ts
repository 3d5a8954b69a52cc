import { afterAll, describe, expect, test } from 'vitest';
import { sharedMappingUnavailable } from '../../packages/addon/dist/index.js';
import { RUST_BUILT } from '../fixtures/lanes.ts';
import { FAULTY_MODES } from './faulty-modes.ts';
import { Fuse, namesLeft } from './fuse.ts';
import { endlessJob, panickingJob, trappingJob } from './jobs.ts';
import type { FailureCode, Job } from '@crossover/model';

interface LaneFault {
  readonly what: string;
  readonly job: () => Promise<Job>;
  readonly code: FailureCode;
  readonly message: string;
  readonly thrown?: string;
  /** The modes in which it happens, and ends without the whole trial; all when absent. */
  readonly modes?: readonly string[];
}

const TIME_LIMIT_MS = 500;
const late = { code: 'time-limit', message: 'no answer within 500 ms' } as const;

const WASM: readonly LaneFault[] = [
  {
    what: 'a trap in WebAssembly',
    job: () => trappingJob(2),
    code: 'kernel-threw',
    message: 'memory access out of bounds',
    thrown: 'RuntimeError',
  },
  { what: 'an endless loop in WebAssembly', job: () => endlessJob('assemblyscript'), ...late },
];
const RUST: readonly LaneFault[] = [
  {
    what: 'a panic in Rust',
    job: () => panickingJob(2),
    code: 'kernel-threw',
    message: 'out of range',
    // In the others the inputs that it panics about are not even sent.
    modes: ['worker-threads', 'processes/shared'],
    thrown: 'Error',
  },
  {
    what: 'an endless call into Rust',
    job: () => endlessJob('rust'),
    ...late,
    modes: ['processes', 'processes/shared', 'hybrid'],
  },
];

const unshared = await sharedMappingUnavailable();
// Not to strike, but to know what is left.
const fuse = new Fuse();
afterAll(() => fuse.remove());

describe.each(FAULTY_MODES.filter(({ name }) => unshared === undefined || name !== 'processes/shared'))(
  'in the mode $name',
  ({ name, start }) => {
    const possible = [...WASM, ...(RUST_BUILT ? RUST : [])].filter(
      ({ modes }) => modes?.includes(name) ?? true,
    );
    test.each(possible)(
      '$what fails the operation, and not the executor',
      { timeout: 20_000 },
      async ({ job, code, message, thrown }) => {
        const executor = await start({ ...(await job()), timeLimitMs: TIME_LIMIT_MS });
        const failure = {
          code,
          message: expect.stringContaining(message),
          where: expect.stringMatching(/^(worker|process) [12] of 2/),
          ...(thrown !== undefined && { thrown: { name: thrown } }),
        };
        try {
          await expect(executor.run()).rejects.toMatchObject({ failure });
          await executor.empty();
          expect(executor.replaced()).toBe(Number(code === 'time-limit'));
        } finally {
          await executor.close();
        }
        expect(namesLeft()).toEqual([]);
        expect(await fuse.remaining()).toEqual([]);
      },
    );
  },
);
