import { closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { openNameless } from '@crossover/addon';
import { viewsOf } from '@crossover/model';
import { assert, asyncProperty, integer } from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { bindShares, expectedShares, jobOf, segmentShares } from './fixtures/segment-shares.ts';
import { fillArena } from './binding.ts';
import { serveParent } from './chunk-service.ts';
import { inFile } from './deposits.ts';
import { Distribution } from './distribution.ts';
import { packWhole } from './parcel.ts';
import { runChunk } from './pass-loop.ts';
import { Peer } from './peer.ts';
import { begin, notYetBusy } from './phase-clock.ts';
import { RegionFile } from './region-file.ts';
import type { Job } from '@crossover/model';
import type { Recipient } from './distribution.ts';
import type { Request } from './protocol.ts';

const file = openNameless(tmpdir());
afterAll(() => closeSync(file));

/** A child without a process: all that it shares with its parent is the file. */
function childOf(job: Job, index: number): Recipient {
  const peer = new Peer(`worker ${index + 1} of ${job.workers}`);
  const arena = new ArrayBuffer(job.layout.byteLength);
  const views = viewsOf(job.layout, arena);
  for (const view of Object.values(views)) view.fill(-1);
  const bound = bindShares(job.layout, arena);
  let take: (request: Request) => void;
  const execute = (request: Parameters<typeof runChunk>[2] & { readonly pass: number }) => {
    const busy = notYetBusy();
    begin(busy);
    runChunk(bound, request.pass, request, busy);
    return busy;
  };
  serveParent(
    async () => ({
      kernel: segmentShares,
      views,
      execute,
      empty: () => {},
      counters: async () => ({}),
      collectGarbage: () => {},
    }),
    {
      listen: (taker) => (take = taker),
      report: (reply) => reply.kind !== 'bound' && peer.receive(structuredClone(reply)),
    },
  );
  take!({ kind: 'bind', assignment: job, file });
  return { peer, send: (request) => take(structuredClone(request)) };
}

function setOut(job: Job) {
  const views = fillArena(job, new ArrayBuffer(job.layout.byteLength));
  const regions = new RegionFile(file, job.layout);
  regions.write(packWhole(views, Object.keys(views)));
  const carriage = inFile(regions, job.layout, views);
  const children = Array.from({ length: job.workers }, (_, index) => childOf(job, index));
  const terms = { sentIn: 'transport', carriage } as const;
  const distribution = new Distribution(segmentShares, job, views, children, terms);
  return { distribution, views, regions };
}

test('any number of children gives the answer that one arena gives, with new inputs too', async () => {
  const size = integer({ min: 0, max: 60 });
  await assert(
    asyncProperty(size, integer({ min: 1, max: 5 }), integer({ min: 1, max: 3 }), async (...parts) => {
      const [items, workers, rounds] = parts;
      const job = jobOf(items, rounds, workers);
      const { distribution, views } = setOut(job);
      for (const times of [1, 3]) {
        const { factor, values, ...others } = job.inputs;
        const inputs = {
          ...others,
          factor: factor!.map((value) => value * times),
          values: values!.map((value) => value + times),
        };
        for (const [name, input] of Object.entries(inputs)) views[name]!.set(input);
        await distribution.operate();
        expect(segmentShares.digest(views, job.parameters)).toBe(expectedShares({ ...job, inputs }));
      }
    }),
    { numRuns: 40 },
  );
});

test('the parent writes no region twice in an operation, and none that children have written', async () => {
  const { distribution, regions, views } = setOut(jobOf(64, 2, 2));
  const write = vi.spyOn(regions, 'write');
  await distribution.operate();
  const elements = new Map<string, number>();
  for (const {
    region,
    elements: { length },
  } of write.mock.calls.flatMap(([parcels]) => parcels)) {
    elements.set(region, (elements.get(region) ?? 0) + length);
  }
  expect([...elements.keys()].toSorted()).toEqual(['ends', 'factor', 'values']);
  expect(elements.get('factor')).toBe(views['factor']!.length);
  expect(elements.get('values')).toBe(views['values']!.length);
});
