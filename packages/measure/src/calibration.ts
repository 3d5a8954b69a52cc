import type { Calibration, Settings } from '@crossover/model';

/**
 * How to sample a cell whose operation takes so long: as many operations as make the shortest sample,
 * and as many samples as fill the time that a trial is worth.
 * @param operationNs the median over the last operations of a warm-up
 */
export function calibrationOf(cell: string, operationNs: number, settings: Settings): Calibration {
  const operationsPerSample = Math.max(1, Math.ceil(settings.sampleNs / Math.max(operationNs, 1)));
  const fitting = Math.floor(settings.sampledNs / (operationsPerSample * operationNs));
  const samples = Math.min(settings.mostSamples, Math.max(settings.fewestSamples, fitting));
  return { kind: 'calibration', cell, operationNs, operationsPerSample, samples };
}
