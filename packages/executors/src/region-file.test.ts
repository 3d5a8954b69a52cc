import { closeSync, existsSync, ftruncateSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { viewsOf } from '@crossover/model';
import { openNameless } from '@crossover/addon';
import { onTestFinished, expect, test } from 'vitest';
import { jobOf } from './fixtures/segment-shares.ts';
import { fillArena } from './binding.ts';
import { packWhole } from './parcel.ts';
import { RegionFile } from './region-file.ts';

const { layout, ...job } = jobOf(9, 1, 2);
const source = fillArena({ layout, ...job }, new ArrayBuffer(layout.byteLength));
const regions = Object.keys(source);

function opened(file: number): number {
  onTestFinished(() => closeSync(file));
  return file;
}

test('what one side writes, another reads at the same places', () => {
  const file = opened(openNameless(tmpdir()));
  const deposits = new RegionFile(file, layout).write(packWhole(source, regions));
  const target = viewsOf(layout, new ArrayBuffer(layout.byteLength));
  new RegionFile(file, layout).read(deposits, target);
  expect(target).toEqual(source);
});

test('only the stretch that is asked for is read', () => {
  const file = new RegionFile(opened(openNameless(tmpdir())), layout);
  file.write(packWhole(source, ['values']));
  const target = viewsOf(layout, new ArrayBuffer(layout.byteLength));
  file.read([{ region: 'values', from: 2, length: 3 }], target);
  const expected = source['values']!.map((value, index) => (index >= 2 && index < 5 ? value : 0));
  expect(target['values']).toEqual(expected);
});

test('a file that is too short is an error, and not a stretch of zeros', () => {
  const file = opened(openNameless(tmpdir()));
  const regionFile = new RegionFile(file, layout);
  const deposits = regionFile.write(packWhole(source, regions));
  ftruncateSync(file, 1);
  const message = expect.stringContaining('cannot be read: it ends at');
  expect(() => regionFile.read(deposits, source)).toThrow(expect.objectContaining({ message }));
});

test.runIf(existsSync('/dev/full'))('where there is no room, the failure says so (needs /dev/full)', () => {
  const full = new RegionFile(opened(openSync('/dev/full', 'r+')), layout);
  const failure = { code: 'not-writable', message: expect.stringContaining('ENOSPC') };
  expect(() => full.write(packWhole(source, regions))).toThrow(expect.objectContaining({ failure }));
});
