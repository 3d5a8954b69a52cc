import { expect, test } from 'vitest';
import { dataCaches } from './caches.ts';

const CORE = '/sys/devices/system/cpu/cpu0';

/** Files of a machine; each cache as level, type, size, sharers. */
function machine(caches: readonly (readonly string[])[], siblings?: string): Parameters<typeof dataCaches> {
  const files = new Map<string, string>();
  if (siblings !== undefined) files.set(`${CORE}/topology/thread_siblings_list`, `${siblings}\n`);
  for (const [index, facts] of caches.entries()) {
    for (const [at, name] of ['level', 'type', 'size', 'shared_cpu_list'].entries()) {
      files.set(`${CORE}/cache/index${index}/${name}`, `${facts[at]}\n`);
    }
  }
  return [(path) => files.get(path), () => [...caches.keys().map((index) => `index${index}`), 'uevent']];
}

test('caches of data come nearest first, and say whether each core has one of its own', () => {
  const caches = [
    ['3', 'Unified', '32M', '0-15'],
    ['1', 'Data', '32K', '0,8'],
    ['1', 'Instruction', '32K', '0,8'],
    ['2', 'Unified', '512K', '0,8'],
  ];
  expect(dataCaches(...machine(caches, '0,8'))).toEqual([
    { level: 'L1', bytes: 32_768, own: true },
    { level: 'L2', bytes: 524_288, own: true },
    { level: 'L3', bytes: 33_554_432, own: false },
  ]);
});

test('a cache of a single core is its own, whatever is known of threads', () => {
  expect(dataCaches(...machine([['2', 'Unified', '1M', '0']]))).toEqual([
    { level: 'L2', bytes: 1_048_576, own: true },
  ]);
});

test('what cannot be read is no cache', () => {
  const strange = [
    ['4', 'Unified', '64M', '0'],
    ['1', 'Data', '', '0'],
    ['2', 'Unified', '0K', '0'],
    ['3', 'Unified', 'large', '0'],
  ];
  expect(dataCaches(...machine(strange))).toEqual([]);
  expect(
    dataCaches(
      () => undefined,
      () => [],
    ),
  ).toEqual([]);
});
