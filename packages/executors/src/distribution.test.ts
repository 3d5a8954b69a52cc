import { assert, asyncProperty, integer } from 'fast-check';
import { expect, test } from 'vitest';
import { viewsOf } from '@crossover/model';
import { bindShares, expectedShares, jobOf, segmentShares } from './fixtures/segment-shares.ts';
import { fillArena, kernelError } from './binding.ts';
import { Distribution } from './distribution.ts';
import { packOwn, trafficOf, unpack } from './parcel.ts';
import { runChunk } from './pass-loop.ts';
import { Peer } from './peer.ts';
import { begin, notYetBusy } from './phase-clock.ts';
import type { Job } from '@crossover/model';
import type { Recipient } from './distribution.ts';
import type { ChunkRequest, Request } from './protocol.ts';

interface Child extends Recipient {
  readonly requests: ChunkRequest[];
}

/** A child without a process: it has an arena of its own, and gets copies of what it is sent. */
function childOf(job: Job, index: number, broken?: (request: ChunkRequest) => boolean): Child {
  const peer = new Peer(`worker ${index + 1} of ${job.workers}`);
  const requests: ChunkRequest[] = [];
  const arena = new ArrayBuffer(job.layout.byteLength);
  const views = viewsOf(job.layout, arena);
  for (const view of Object.values(views)) view.fill(-1);
  const bound = bindShares(job.layout, arena);
  const traffic = trafficOf(segmentShares, job.layout);
  const send = async (request: Request): Promise<void> => {
    const chunk = structuredClone(request) as ChunkRequest;
    requests.push(chunk);
    await Promise.resolve();
    if (broken?.(chunk) === true) {
      peer.receive({ kind: 'failed', failure: kernelError(job, new Error('broken')).failure });
      return;
    }
    unpack(chunk.inputs, views);
    const busy = notYetBusy();
    begin(busy);
    runChunk(bound, chunk.pass, chunk, busy);
    const outputs = packOwn(job.layout, views, traffic[chunk.pass]!.writes, chunk);
    peer.receive(structuredClone({ kind: 'done', outputs, busy }));
  };
  return { peer, requests, send: (request) => void send(request) };
}

function distributionOf(job: Job, children: readonly Child[]) {
  const views = fillArena(job, new ArrayBuffer(job.layout.byteLength));
  const distribution = new Distribution(segmentShares, job, views, children, { sentIn: 'transport' });
  return { distribution, views, digest: () => segmentShares.digest(views, job.parameters) };
}

test('any number of children gives the answer that one arena gives', async () => {
  const size = integer({ min: 0, max: 60 });
  await assert(
    asyncProperty(size, integer({ min: 1, max: 9 }), integer({ min: 1, max: 3 }), async (...parts) => {
      const [items, workers, rounds] = parts;
      const job = jobOf(items, rounds, workers);
      const children = Array.from({ length: workers }, (_, index) => childOf(job, index));
      const { distribution, digest } = distributionOf(job, children);
      await distribution.operate();
      expect(digest()).toBe(expectedShares(job));
    }),
  );
});

test('a child gets a whole region once in an operation, and again when a pass has changed it', async () => {
  const job = jobOf(64, 2, 2);
  const child = childOf(job, 0);
  const { distribution } = distributionOf(job, [child, childOf(job, 1)]);
  const sent = async (region: string): Promise<number> => {
    child.requests.length = 0;
    await distribution.operate();
    return child.requests.filter(({ inputs }) => inputs.some((parcel) => parcel.region === region)).length;
  };
  await expect(sent('factor')).resolves.toBe(1);
  await expect(sent('factor')).resolves.toBe(1);
  await expect(sent('sums')).resolves.toBe(2);
});

test('a child enters each sweep once', async () => {
  const job = jobOf(64, 3, 2);
  const child = childOf(job, 0);
  await distributionOf(job, [child, childOf(job, 1)]).distribution.operate();
  expect(child.requests.filter(({ first }) => first).map(({ pass }) => pass)).toEqual([0, 1, 0, 1, 0, 1]);
});

test('when a kernel throws, the operation fails and the next one is right', async () => {
  const job = jobOf(64, 1, 2);
  let faults = 1;
  const children = [childOf(job, 0), childOf(job, 1, ({ pass }) => pass === 1 && faults-- > 0)];
  const { distribution, digest } = distributionOf(job, children);
  const message = 'segment-shares in none threw: broken';
  const failure = { code: 'kernel-threw', message, where: 'worker 2 of 2' };
  await expect(distribution.operate()).rejects.toMatchObject({ failure });
  await distribution.operate();
  expect(digest()).toBe(expectedShares(job));
});

test('boundaries that lead nowhere fail the operation, and the failure says for whom and what', async () => {
  const job = jobOf(64, 1, 2);
  const { distribution, digest, views } = distributionOf(job, [childOf(job, 0), childOf(job, 1)]);
  const right = views['ends']![40]!;
  views['ends']![40] = 2 ** 31;
  await expect(distribution.operate()).rejects.toMatchObject({
    failure: {
      code: 'kernel-threw',
      message: expect.stringMatching(
        /^segment-shares in none threw: region values: the items \[3\d, \d+\) lie/,
      ),
      where: expect.stringMatching(/^worker [12] of 2$/),
      thrown: { name: 'RangeError' },
    },
  });
  views['ends']![40] = right;
  await distribution.operate();
  expect(digest()).toBe(expectedShares(job));
});
