import { execaNode } from 'execa';
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  addonUnavailable,
  loadAddon,
  SharedMapping,
  sharedMappingUnavailable,
} from '../../packages/addon/dist/index.js';
import type { Order } from './fixtures/mapping-user.ts';

const unavailable = await sharedMappingUnavailable();
const USER = new URL('fixtures/mapping-user.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'crossover-mapping-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each on a cache line of its own. */
const [COUNT, TURN, ARRIVED] = [0, 32, 64];

/** Two processes that do the same, each on its side; resolves when both have ended. */
async function two(mapping: SharedMapping, kind: Order['kind'], times: number): Promise<void> {
  const words = { count: COUNT, turn: TURN, arrived: ARRIVED };
  const processes = ([0, 1] as const).map((own) => {
    const order: Order = { path: mapping.path, kind, own, times, ...words };
    return execaNode(USER.pathname, [JSON.stringify(order)]);
  });
  await Promise.all(processes);
}

const offered = process.platform === 'linux' && (await addonUnavailable()) === undefined;

test('where memory cannot be shared, there is a reason and a remedy', () => {
  const problem = { reason: expect.any(String), remedy: expect.any(String) };
  expect(unavailable).toEqual(offered ? undefined : problem);
});

describe.runIf(unavailable === undefined)('memory that processes share (needs cargo, and Linux)', () => {
  test('loses no increment of two processes', async () => {
    const times = 100_000;
    const mapping = SharedMapping.create(4_096);
    await two(mapping, 'count', times);
    mapping.seal();
    expect(new Int32Array(mapping.buffer)[COUNT]).toBe(2 * times);
  });

  test('wakes the one process when the other wants it to', async () => {
    const times = 1_000;
    const mapping = SharedMapping.create(4_096);
    await two(mapping, 'take-turns', times);
    mapping.seal();
    expect(new Int32Array(mapping.buffer)[COUNT]).toBe(2 * times);
  });

  test('is a SharedArrayBuffer of zeros in a file that no folder lists, and stays when it is sealed', () => {
    const mapping = SharedMapping.create(10_001, [folder]);
    const other = SharedMapping.open(mapping.path);
    mapping.seal();
    mapping.seal();
    expect(readdirSync(folder)).toEqual([]);
    expect(mapping.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(new Uint8Array(other.buffer)).toEqual(new Uint8Array(10_001));
    new Uint8Array(mapping.buffer)[10_000] = 7;
    expect(new Uint8Array(other.buffer)[10_000]).toBe(7);
    expect(() => SharedMapping.open(mapping.path)).toThrow('No such file');
  });

  test('lies in the first folder that there is', () => {
    const mapping = SharedMapping.create(1, [join(folder, 'nowhere'), folder]);
    expect(readlinkSync(mapping.path).startsWith(folder)).toBe(true);
    mapping.seal();
  });

  test.each([
    ['that there is no room for', 2 ** 60, 'no room for 1152921504606847000 bytes'],
    ['of no bytes', 0, 'a mapping has at least one byte'],
    ['of a negative number of bytes', -1, 'a mapping has at least one byte'],
    ['of no number of bytes', Number.NaN, 'a mapping has at least one byte'],
  ])('refuses a mapping %s, and leaves no file', (_, bytes, problem) => {
    expect(() => SharedMapping.create(bytes, [folder])).toThrow(problem);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses a mapping where there is no folder for it', () => {
    expect(() => SharedMapping.create(1, [join(folder, 'nowhere')])).toThrow('no such folder');
  });

  test.each([
    ['beyond the last word', new Int32Array(4), 4],
    ['before the first', new Int32Array(4), -1],
    ['of other elements', new Uint32Array(4) as unknown as Int32Array, 0],
    ['of no array', 0 as unknown as Int32Array, 0],
  ])('neither waits for nor wakes a word %s', (_, words, index) => {
    const { futexWait, futexWake } = loadAddon();
    expect(() => futexWait(words, index, 0, 1)).toThrow(/./);
    expect(() => futexWake(words, index)).toThrow(/./);
  });

  test('a wait ends when its time is over, and does not begin when the word has changed', () => {
    const { futexWait } = loadAddon();
    const words = new Int32Array(1);
    expect(futexWait(words, 0, 0, 1)).toBeUndefined();
    expect(futexWait(words, 0, 1, Number.POSITIVE_INFINITY)).toBeUndefined();
  });
});
