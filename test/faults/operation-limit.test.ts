import { cellOf } from '@crossover/model';
import { afterAll, expect, test } from 'vitest';
import { askHost } from '../../packages/measure/dist/host/host-process.js';
import { measure, settingsOf } from '../../packages/measure/dist/index.js';
import { SUBJECT } from './faulty-modes.ts';
import { Fuse } from './fuse.ts';
import type { PlannedKernel, RunRecord } from '@crossover/model';
import type { HostReply } from '../../packages/measure/dist/host/host-protocol.js';

const fuse = new Fuse();
afterAll(() => fuse.remove());

const { kernel, parameters, digest } = SUBJECT;
const LIMIT_MS = 400;
const late = {
  code: 'time-limit',
  message: `no answer within ${LIMIT_MS} ms`,
  where: expect.stringMatching(/^worker [12] of 2$/),
};

test('a worker that is busy for ever fails its cell, and the trial host goes on with the next', async () => {
  fuse.light('loop');
  const replies: HostReply[] = [];
  await askHost(
    {
      kind: 'verify',
      work: { kernel: kernel.id, parameters, inputSeed: 1, digest },
      cells: ['processes', 'worker-threads'].map((mode) => ({ lane: 'typescript', mode, workers: 2 })),
      operationLimitMs: LIMIT_MS,
    },
    {
      signal: new AbortController().signal,
      timeLimitMs: 25_000,
      onReply: (reply) => replies.push(reply),
    },
  );
  expect(replies).toMatchObject([
    { kind: 'failed', index: 0, failure: late },
    { kind: 'checked', index: 1, digest },
  ]);
  expect(await fuse.remaining()).toEqual([]);
});

test('a run keeps the worker and the cause of a trial that hangs, and measures the next one', async () => {
  const parts = {
    kernel: kernel.id,
    workload: 'smoke',
    lane: 'typescript',
    mode: 'processes',
    workers: 2,
  } as const;
  const cell = cellOf(parts, true);
  const { seed: inputSeed } = kernel.workloads.smoke;
  const planned: PlannedKernel = {
    kernel: kernel.id,
    title: kernel.title,
    workload: 'smoke',
    parameters,
    inputSeed,
    digest,
    digestFrom: 'truth',
    items: kernel.items(parameters),
    cells: [cell],
    twin: 'none',
  };
  const operationLimit = { leastNs: LIMIT_MS * 1e6, times: 1 };
  const settings = { ...settingsOf('quick', 1, { blocks: 2 }), operationLimit };
  const records: RunRecord[] = [];
  fuse.light('loop');
  await measure(
    { settings, kernels: [planned] },
    {
      signal: new AbortController().signal,
      // So that the fault does not hit the calibration, which is no trial.
      earlier: [{ kind: 'calibration', cell: cell.id, operationNs: 1e6, operationsPerSample: 5, samples: 2 }],
      record: (record) => records.push(record),
      tell: () => {},
      openQuestions: () => [],
      withoutFloors: true,
      cores: 2,
    },
  );
  expect(records.filter(({ kind }) => kind === 'trial')).toMatchObject([
    { cell: cell.id, status: 'failed', failure: late },
    { cell: cell.id, status: 'ok', digest },
  ]);
  expect(await fuse.remaining()).toEqual([]);
});
