import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { calibrationOf } from './calibration.ts';
import { settingsOf } from './profile.ts';

const settings = settingsOf('quick', 1);

describe('calibration', () => {
  test('a sample is never shorter than the shortest sample', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e10, noNaN: true }), (operationNs) => {
        const { operationsPerSample } = calibrationOf('cell', operationNs, settings);
        expect(operationsPerSample * operationNs).toBeGreaterThanOrEqual(settings.sampleNs);
      }),
    );
  });

  test('short operations are batched, long ones are not', () => {
    expect(calibrationOf('cell', 1e6, settings)).toMatchObject({ operationsPerSample: 5, samples: 30 });
    expect(calibrationOf('cell', 75e6, settings)).toMatchObject({ operationsPerSample: 1, samples: 2 });
  });

  test('the number of samples stays within the settings', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (operationNs) => {
        const { samples } = calibrationOf('cell', operationNs, settings);
        expect(samples).toBeGreaterThanOrEqual(settings.fewestSamples);
        expect(samples).toBeLessThanOrEqual(settings.mostSamples);
      }),
    );
  });
});
