import { expect, test } from 'vitest';
import { viewsOf } from '@crossover/model';
import { jobOf, segmentShares } from './fixtures/segment-shares.ts';
import { fillArena } from './binding.ts';
import { Holdings, packOwn, packWhole, trafficOf, unpack } from './parcel.ts';

const job = jobOf(3, 1, 1);
const arena = (): ArrayBuffer => new ArrayBuffer(job.layout.byteLength);

test('a chunk also needs the boundaries of its segments, which the pass does not list', () => {
  expect(trafficOf(segmentShares, job.layout)).toEqual([
    { wholes: ['factor'], owns: ['values', 'ends'], writes: ['sums'] },
    { wholes: ['sums'], owns: ['values', 'ends'], writes: ['shares', 'copies'] },
  ]);
});

test('only the own parts of the items are packed', () => {
  const parcels = packOwn(job.layout, fillArena(job, arena()), ['values', 'ends'], { start: 1, end: 3 });
  expect(parcels).toEqual([
    { region: 'values', from: 1, elements: Int32Array.of(2, 3, 4, 5, 6) },
    { region: 'ends', from: 1, elements: Uint32Array.of(1, 3, 6) },
  ]);
});

test('parcels that were cloned on the way end up where they came from', () => {
  const source = fillArena(job, arena());
  const target = viewsOf(job.layout, arena());
  const chunks = [
    { start: 0, end: 2 },
    { start: 2, end: 3 },
  ];
  for (const chunk of chunks) {
    unpack(structuredClone(packOwn(job.layout, source, ['ends', 'values'], chunk)), target);
  }
  unpack(structuredClone(packWhole(source, ['factor'])), target);
  expect(target).toEqual(source);
});

test('a child lacks a region until it gets it, and again when it has changed', () => {
  const holdings = new Holdings();
  expect(holdings.complete(0, ['factor', 'sums'])).toEqual(['factor', 'sums']);
  expect(holdings.complete(0, ['factor', 'sums'])).toEqual([]);
  expect(holdings.complete(1, ['sums'])).toEqual(['sums']);
  holdings.change(['sums']);
  expect(holdings.complete(0, ['factor', 'sums'])).toEqual(['sums']);
  holdings.reset();
  expect(holdings.complete(0, ['factor'])).toEqual(['factor']);
});
