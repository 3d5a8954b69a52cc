import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { calibrationOf } from './calibration.ts';
import { settingsOf } from './profile.ts';

const settings = settingsOf('quick', 1);

function calibrated(operationNs: number, aroundSampleNs = 0) {
  return calibrationOf('cell', { operationNs, aroundSampleNs }, settings);
}

describe('calibration', () => {
  test('a sample is never shorter than the shortest sample', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e10, noNaN: true }), (operationNs) => {
        const { operationsPerSample } = calibrated(operationNs);
        expect(operationsPerSample * operationNs).toBeGreaterThanOrEqual(settings.sampleNs);
      }),
    );
  });

  test('short operations are batched, long ones are not', () => {
    expect(calibrated(1e6)).toMatchObject({ operationsPerSample: 16, samples: 11 });
    expect(calibrated(75e6)).toMatchObject({ operationsPerSample: 1, samples: 2 });
  });

  test('a sample takes as long as what is done around it, but not more than a quarter of a trial', () => {
    expect(calibrated(6e6, 30e6)).toMatchObject({ operationsPerSample: 5, samples: 6 });
    expect(calibrated(6e6, 500e6)).toMatchObject({ operationsPerSample: 8, samples: 4 });
    expect(calibrated(75e6, 500e6)).toMatchObject({ operationsPerSample: 1, samples: 2 });
  });

  test('the number of samples stays within the settings', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (operationNs) => {
        const { samples } = calibrated(operationNs);
        expect(samples).toBeGreaterThanOrEqual(settings.fewestSamples);
        expect(samples).toBeLessThanOrEqual(settings.mostSamples);
      }),
    );
  });
});
