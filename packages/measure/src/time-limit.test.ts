import { expect, test } from 'vitest';
import { settingsOf } from './profile.ts';
import { operationLimitMs, trialLimitMs, UNKNOWN_LIMIT_MS } from './time-limit.ts';

const { warmUp, operationLimit } = settingsOf('rigorous', 1);
const calibration = {
  kind: 'calibration',
  cell: 'cell',
  operationNs: 1e6,
  operationsPerSample: 5,
  samples: 30,
} as const;

test('a short trial may take a minute and some', () => {
  expect(trialLimitMs(calibration, warmUp)).toBe(60_000 + 5 * (3_000 + 150));
});

test('a trial of long operations may take as long as they need, several times over', () => {
  const long = { ...calibration, operationNs: 8e9, operationsPerSample: 1, samples: 10 };
  expect(trialLimitMs(long, warmUp)).toBe(60_000 + 5 * (10 + 10) * 8_000);
  expect(trialLimitMs(long, warmUp)).toBeGreaterThan(UNKNOWN_LIMIT_MS);
});

test('a limit is a whole number that a timer can hold', () => {
  const uneven = { ...calibration, operationNs: 1_234_567.8 };
  expect(Number.isInteger(trialLimitMs(uneven, warmUp))).toBe(true);
  expect(trialLimitMs({ ...calibration, operationNs: 1e15 }, warmUp)).toBe(2 ** 31 - 1);
});

test('an operation may take ten seconds, or fifty times as long as expected', () => {
  expect(operationLimitMs(calibration, operationLimit)).toBe(10_000);
  expect(operationLimitMs({ ...calibration, operationNs: 1e9 }, operationLimit)).toBe(50_000);
  expect(operationLimitMs({ ...calibration, operationNs: 1e15 }, operationLimit)).toBe(2 ** 31 - 1);
});

test('where nothing is known of an operation, its limit is over before that of its process', () => {
  expect(operationLimitMs(undefined, operationLimit)).toBeLessThan(UNKNOWN_LIMIT_MS);
});

test('a run of before there were such limits goes on without', () => {
  expect(operationLimitMs(calibration, undefined)).toBeUndefined();
});
