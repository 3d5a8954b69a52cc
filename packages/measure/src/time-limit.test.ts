import { expect, test } from 'vitest';
import { settingsOf } from './profile.ts';
import { trialLimitMs, UNKNOWN_LIMIT_MS } from './time-limit.ts';

const { warmUp } = settingsOf('rigorous', 1);
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
