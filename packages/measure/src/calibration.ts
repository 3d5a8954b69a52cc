import { failureOf, tuningOf } from '@crossover/model';
import { askHost } from './host/host-process.ts';
import { operationLimitMs, UNKNOWN_LIMIT_MS } from './time-limit.ts';
import type { HostWork } from './host/host-protocol.ts';
import type { Calibration, PlannedCell, Settings } from '@crossover/model';

export interface CalibrateOptions {
  readonly signal: AbortSignal;
  /** Called for each cell as soon as it is calibrated. */
  readonly keep: (calibration: Calibration) => void;
}

/**
 * Finds out how long an operation of each cell takes, in one process for all of them that is used for nothing else.
 * Where a cell ends that process, another one goes on with the next cell. A cell that fails here has no calibration.
 * @throws CrossoverError `interrupted` when the signal was given.
 */
export async function calibrate(
  work: HostWork,
  cells: readonly PlannedCell[],
  settings: Settings,
  { signal, keep }: CalibrateOptions,
): Promise<void> {
  const limitMs = operationLimitMs(undefined, settings.operationLimit);
  const limit = limitMs === undefined ? {} : { operationLimitMs: limitMs };
  let done = 0;
  while (done < cells.length) {
    const rest = cells.slice(done);
    let answered = 0;
    try {
      await askHost(
        { kind: 'calibrate', work, cells: rest, tuning: tuningOf(settings), ...limit },
        {
          signal,
          timeLimitMs: UNKNOWN_LIMIT_MS,
          onReply: (reply) => {
            answered++;
            if (reply.kind !== 'calibrated') return;
            keep(calibrationOf(rest[reply.index]!.id, reply, settings));
          },
        },
      );
      // Whatever was not answered never will be.
      answered = rest.length;
    } catch (error) {
      if (failureOf(error).code === 'interrupted') throw error;
      // The cell in work ended the process.
      answered++;
    }
    done += answered;
  }
}

/** What one process found out about a cell. */
export interface CellTimes {
  readonly operationNs: number;
  readonly aroundSampleNs: number;
}

/** A trial is divided into at least so many samples, however long it takes to check one. */
const SAMPLES_OF_SLOW_CHECKS = 4;

/**
 * How to sample a cell whose operation takes so long: as many operations as make the shortest sample, which is not
 * shorter than what is done around it; and as many samples as fill the time that a trial is worth.
 */
export function calibrationOf(
  cell: string,
  { operationNs, aroundSampleNs }: CellTimes,
  settings: Settings,
): Calibration {
  const shortest = Math.max(
    settings.sampleNs,
    Math.min(aroundSampleNs, settings.sampledNs / SAMPLES_OF_SLOW_CHECKS),
  );
  const operationsPerSample = Math.max(1, Math.ceil(shortest / Math.max(operationNs, 1)));
  const fitting = Math.round(settings.sampledNs / (operationsPerSample * operationNs));
  const samples = Math.min(settings.mostSamples, Math.max(settings.fewestSamples, fitting));
  return { kind: 'calibration', cell, operationNs, operationsPerSample, samples };
}
