import { describe, expect, test } from 'vitest';
import { addonUnavailable, loadAddon } from '../../packages/addon/dist/index.js';
import type { PassRequest, RegionPlace } from '../../packages/addon/dist/index.js';

const unavailable = await addonUnavailable();

const ITEMS = 2;
/** 64 bytes each: three messages' boundaries, their bytes, and the digests of two. */
const BOUNDARIES: RegionPlace = {
  offset: 0,
  length: ITEMS + 1,
  elementBytes: 4,
  division: 'boundaries',
  detail: 0,
};
const MESSAGES: RegionPlace = { offset: 64, length: 64, elementBytes: 1, division: 'segments', detail: 0 };
const DIGESTS: RegionPlace = { offset: 128, length: 64, elementBytes: 1, division: 'stride', detail: 32 };
const RIGHT: PassRequest = {
  kernel: 'sha256',
  source: 'native.rs',
  pass: 'sha256',
  items: ITEMS,
  scalars: [],
  reads: [MESSAGES, BOUNDARIES],
  writes: [DIGESTS],
};
const LARGEST = 2 ** 32 - 1;

function arenaWith(boundaries: readonly number[]): Uint8Array {
  const arena = new Uint8Array(192);
  new Uint32Array(arena.buffer).set(boundaries);
  return arena;
}

const REFUSED: readonly (readonly [what: string, change: Partial<PassRequest>])[] = [
  ['a kernel that there is not', { kernel: 'sha255' }],
  ['a source that there is not', { source: '../native.rs' }],
  ['a pass that there is not', { pass: '' }],
  ['a scalar too many', { scalars: [1] }],
  ['a region too few', { reads: [MESSAGES] }],
  ['more items than its regions have room for', { items: 3 }],
  ['as many items as can be written down', { items: LARGEST }],
  ['a region that begins behind the arena', { writes: [{ ...DIGESTS, offset: 192 }] }],
  ['a region that ends behind the arena', { writes: [{ ...DIGESTS, offset: 129 }] }],
  ['a region at the end of all addresses', { writes: [{ ...DIGESTS, offset: LARGEST, length: LARGEST }] }],
  ['elements of an odd size', { writes: [{ ...DIGESTS, elementBytes: 3 }] }],
  ['boundaries that are not aligned', { reads: [MESSAGES, { ...BOUNDARIES, offset: 1 }] }],
  ['segments whose boundaries are not aligned', { reads: [{ ...MESSAGES, detail: 1 }, BOUNDARIES] }],
  ['segments whose boundaries lie behind the arena', { reads: [{ ...MESSAGES, detail: 192 }, BOUNDARIES] }],
  ['an output over an input', { writes: [{ ...DIGESTS, offset: 64 }] }],
  ['a stride that overflows', { writes: [{ ...DIGESTS, detail: LARGEST }] }],
  ['a division that there is not', { writes: [{ ...DIGESTS, division: 'half' as 'whole' }] }],
];

describe.runIf(unavailable === undefined)('the addon (needs cargo)', () => {
  test('hashes what is right', () => {
    const arena = arenaWith([0, 0, 3]);
    const { BoundPass } = loadAddon();
    new BoundPass(RIGHT, arena).run(0, ITEMS);
    expect(Buffer.from(arena.subarray(128, 132)).toString('hex')).toBe('e3b0c442');
  });

  test.each(REFUSED)('refuses %s by an error', (_, change) => {
    const { BoundPass } = loadAddon();
    const request = { ...RIGHT, ...change };
    expect(() => new BoundPass(request, arenaWith([0, 1, 2]))).toThrow(/./);
  });

  test.each([
    [0, 3],
    [2, 1],
    [3, 3],
    [-1, 0],
    [0, LARGEST],
    [LARGEST, LARGEST],
  ])('refuses the items [%d, %d) by an error, and writes nothing', (start, end) => {
    const arena = arenaWith([0, 1, 2]);
    const { BoundPass } = loadAddon();
    const pass = new BoundPass(RIGHT, arena);
    expect(() => pass.run(start, end)).toThrow(/./);
    expect(arena.subarray(128).every((byte) => byte === 0)).toBe(true);
  });

  test.each([
    ['descend', [0, 5, 2]],
    ['lead out of the region', [0, 1, 65]],
    ['are as large as can be', [LARGEST, LARGEST, LARGEST]],
  ])('makes an error of a panic over boundaries that %s, and goes on', (_, boundaries) => {
    const { BoundPass } = loadAddon();
    const pass = new BoundPass(RIGHT, arenaWith(boundaries));
    expect(() => pass.run(0, ITEMS)).toThrow(/./);
    expect(() => pass.run(0, ITEMS)).toThrow(/./);
    new BoundPass(RIGHT, arenaWith([0, 1, 2])).run(0, ITEMS);
  });

  test.each([
    ['no numbers', ['a', undefined]],
    ['nothing', []],
  ])('refuses %s for items', (_, items) => {
    const { BoundPass } = loadAddon();
    const { run } = new BoundPass(RIGHT, arenaWith([0, 1, 2]));
    expect(() => Reflect.apply(run, undefined, items)).toThrow(/./);
    const pass = new BoundPass(RIGHT, arenaWith([0, 1, 2]));
    expect(() => Reflect.apply(pass.run, pass, items)).toThrow(/./);
  });
});
