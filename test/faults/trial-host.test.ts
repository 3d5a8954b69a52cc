import { afterAll, expect, test, vi } from 'vitest';
import { askHost } from '../../packages/measure/dist/host/host-process.js';
import { RUST_BUILT } from '../fixtures/lanes.ts';
import { SUBJECT } from './faulty-modes.ts';
import { Fuse } from './fuse.ts';
import type { FailureCode } from '@crossover/model';
import type { Strike } from './fixtures/strikes.ts';

const fuse = new Fuse();
afterAll(() => fuse.remove());

/** Where a trial is to hang, in milliseconds; where it ends by itself, the limit must not be what ends it. */
const SOON_MS = 1_500;
const LATE_MS = 25_000;

const WHOLE_TRIAL: readonly {
  readonly strike: Strike;
  readonly mode: string;
  readonly code: FailureCode;
  readonly message: string;
}[] = [
  { strike: 'exit', mode: 'single-thread', code: 'trial-ended', message: 'with exit code 3' },
  { strike: 'abort', mode: 'event-loop', code: 'trial-ended', message: 'by SIGABRT' },
  { strike: 'fill the heap', mode: 'single-thread', code: 'trial-ended', message: 'heap out of memory' },
  { strike: 'crash', mode: 'worker-threads', code: 'trial-ended', message: 'by SIGSEGV' },
  { strike: 'loop', mode: 'single-thread', code: 'time-limit', message: 'the process was ended' },
  { strike: 'stop', mode: 'processes', code: 'time-limit', message: 'the process was ended' },
];

test.each(WHOLE_TRIAL)(
  'in a trial of $mode, $strike ends it within a bound, and all that it started',
  { timeout: 30_000 },
  async ({ strike, mode, code, message }) => {
    const { kernel, parameters, digest } = SUBJECT;
    const cell = { lane: 'typescript', mode, workers: mode === 'single-thread' ? 1 : 2 };
    fuse.light(strike);
    const asking = askHost(
      { kind: 'verify', work: { kernel: kernel.id, parameters, inputSeed: 1, digest }, cells: [cell] },
      {
        signal: new AbortController().signal,
        timeLimitMs: code === 'time-limit' ? SOON_MS : LATE_MS,
        onReply: () => {},
      },
    );
    const failure = { code, message: expect.stringContaining(message) };
    await expect(asking).rejects.toMatchObject({ failure });
    expect(await fuse.remaining()).toEqual([]);
  },
);

// After a SIGKILL only the system can end a child that is busy, and the addon asks it to.
const signals = process.platform !== 'linux' ? [] : RUST_BUILT ? ['SIGTERM', 'SIGKILL'] : ['SIGTERM'];

test.each(signals)(
  'a trial whose host gets %s leaves no child, even one that is busy for ever (Linux; with SIGKILL needs cargo)',
  { timeout: 30_000 },
  async (signal) => {
    const { kernel, parameters, digest } = SUBJECT;
    fuse.light('loop');
    const asking = askHost(
      {
        kind: 'verify',
        work: { kernel: kernel.id, parameters, inputSeed: 1, digest },
        cells: [{ lane: 'typescript', mode: 'processes', workers: 2 }],
      },
      { signal: new AbortController().signal, timeLimitMs: LATE_MS, onReply: () => {} },
    );
    const settled = Promise.allSettled([asking]);
    // The fuse is burnt as soon as a child loops.
    await vi.waitFor(() => expect(fuse.lit).toBe(false), { timeout: 15_000 });
    for (const pid of fuse.parents) process.kill(pid, signal);
    const reason = { failure: { code: 'trial-ended' } };
    expect(await settled).toMatchObject([{ status: 'rejected', reason }]);
    expect(await fuse.remaining()).toEqual([]);
  },
);

test.runIf(RUST_BUILT)(
  'a call into Rust that a thread never comes back from ends with the trial (needs cargo)',
  { timeout: 20_000 },
  async () => {
    const asking = askHost(
      {
        kind: 'verify',
        work: { kernel: 'nqueens', parameters: { size: 18 }, inputSeed: 1 },
        cells: [{ lane: 'rust', mode: 'worker-threads', workers: 2 }],
      },
      { signal: new AbortController().signal, timeLimitMs: SOON_MS, onReply: () => {} },
    );
    await expect(asking).rejects.toMatchObject({ failure: { code: 'time-limit' } });
    expect(await fuse.remaining()).toEqual([]);
  },
);
