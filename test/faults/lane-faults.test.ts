import { setFlagsFromString } from 'node:v8';
import { afterAll, describe, expect, test } from 'vitest';
import { startWorkerThreads } from '../../packages/executors/dist/modes/worker-threads.js';
import { prepare } from '../conformance/workload.ts';
import { RUST_BUILT } from '../fixtures/lanes.ts';
import { FAULTY_MODES } from './faulty-modes.ts';
import { Fuse, namesLeft } from './fuse.ts';
import { endlessJob, growingJob, panickingJob, trappingJob } from './jobs.ts';
import type { FailureCode, Job } from '@crossover/model';

interface LaneFault {
  readonly what: string;
  readonly job: () => Promise<Job>;
  readonly code: FailureCode;
  readonly message: string;
  readonly thrown?: string;
  /** The modes in which it happens, ends without the whole trial, and is not dealt with as in another one; all when absent. */
  readonly modes?: readonly string[];
  /** The most memory that a WebAssembly module can have in it, in pages. */
  readonly wasmPages?: number;
}

/** What the format allows, and V8 too if it is not told otherwise. */
const MOST_PAGES = 65_536;

const TIME_LIMIT_MS = 400;
const late = { code: 'time-limit', message: `no answer within ${TIME_LIMIT_MS} ms` } as const;

const WASM: readonly LaneFault[] = [
  {
    what: 'a trap in WebAssembly',
    job: () => trappingJob(2),
    code: 'kernel-threw',
    message: 'memory access out of bounds',
    thrown: 'RuntimeError',
  },
  {
    what: 'memory that cannot grow in WebAssembly',
    job: () => growingJob(2),
    code: 'kernel-threw',
    message: 'out of memory: 1310720 bytes',
    thrown: 'RuntimeError',
    modes: ['worker-threads', 'worker-threads/transfer', 'processes', 'processes/file'],
    wasmPages: 20,
  },
  {
    what: 'an endless loop in WebAssembly',
    job: () => endlessJob('assemblyscript'),
    ...late,
    modes: ['worker-threads/transfer', 'processes'],
  },
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
    modes: ['processes/shared'],
  },
];

// Not to strike, but to know what is left, and for what workers load first.
const fuse = new Fuse();
afterAll(() => fuse.remove());

/** One more placement, of WebAssembly alone. */
const IN_WEBASSEMBLY = {
  name: 'worker-threads/shared-memory',
  start: (job: Job) => startWorkerThreads({ ...job, placement: 'shared-memory' }),
};

describe.each([...FAULTY_MODES, IN_WEBASSEMBLY])('in the mode $name', ({ name, start }) => {
  const possible = [...WASM, ...(RUST_BUILT ? RUST : [])].filter(
    ({ modes }) => modes?.includes(name) ?? true,
  );
  test.each(possible)(
    '$what fails the operation, and not the executor',
    { timeout: 20_000 },
    async ({ job, code, message, thrown, wasmPages }) => {
      if (wasmPages !== undefined) process.env['CROSSOVER_WASM_PAGES'] = String(wasmPages);
      const limit = code === 'time-limit' ? { timeLimitMs: TIME_LIMIT_MS } : {};
      const executor = await start({ ...(await job()), ...limit });
      // Not before: threads that Node compiles TypeScript in need more.
      if (wasmPages !== undefined) setFlagsFromString(`--wasm-max-mem-pages=${wasmPages}`);
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
        delete process.env['CROSSOVER_WASM_PAGES'];
        setFlagsFromString(`--wasm-max-mem-pages=${MOST_PAGES}`);
      }
      expect(namesLeft()).toEqual([]);
      expect(await fuse.remaining()).toEqual([]);
    },
  );
});

test.each([
  { placement: undefined, code: 'lane-unavailable', message: 'no room for an arena of' },
  { placement: 'shared-memory', code: 'mode-unavailable', message: 'could not allocate memory' },
])(
  'an arena that WebAssembly memory has no room for fails the start, and says what to do: $placement',
  async ({ placement, code, message }) => {
    const job = (await prepare('matmul', 'medium')).job('assemblyscript', 2);
    setFlagsFromString('--wasm-max-mem-pages=20');
    try {
      const starting = startWorkerThreads({ ...job, ...(placement !== undefined && { placement }) });
      const failure = {
        code,
        message: expect.stringContaining(message),
        hint: expect.stringContaining('smaller workload'),
      };
      await expect(starting).rejects.toMatchObject({ failure });
    } finally {
      setFlagsFromString(`--wasm-max-mem-pages=${MOST_PAGES}`);
    }
  },
);
