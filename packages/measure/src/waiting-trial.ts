import { failureOf, tuningOf } from '@crossover/model';
import { calibrationOf } from './calibration.ts';
import { startHost } from './host/host-process.ts';
import { trialLimitMs, UNKNOWN_LIMIT_MS } from './time-limit.ts';
import { paddingOf } from './turns.ts';
import type { Answer, Host } from './host/host-process.ts';
import type { HostWork } from './host/host-protocol.ts';
import type { Calibration, PlannedCell, Settings, Trial, Turn } from '@crossover/model';

/** What a trial is a trial of. */
export interface TrialSubject {
  readonly work: HostWork;
  readonly cell: PlannedCell;
  readonly settings: Settings;
  /** Undefined where the cell failed when it was calibrated: it fails again, where that is recorded. */
  readonly calibration: Calibration | undefined;
  readonly signal: AbortSignal;
}

/** A trial whose process gets ready, with others beside it, until its turn comes. Nothing is timed before that. */
export class WaitingTrial {
  readonly turn: Turn;
  readonly #host: Host;
  readonly #operationsPerSample: number;

  constructor(turn: Turn, { work, cell, settings, calibration, signal }: TrialSubject) {
    const { warmUp, seed, sampledNs, forceGc } = settings;
    const { samples, operationsPerSample } =
      calibration ?? calibrationOf(turn.cell, { operationNs: sampledNs, aroundSampleNs: 0 }, settings);
    const sampling = { samples, operationsPerSample, ...(forceGc && { forceGc }) };
    this.turn = turn;
    this.#operationsPerSample = operationsPerSample;
    this.#host = startHost(
      { kind: 'trial', work, cell, tuning: tuningOf(settings), warmUp, ...sampling },
      {
        signal,
        timeLimitMs: calibration === undefined ? UNKNOWN_LIMIT_MS : trialLimitMs(calibration, warmUp),
        padding: paddingOf(turn, seed),
      },
    );
  }

  /** Settles when the process waits for its turn, or has ended. */
  get ready(): Promise<void> {
    return this.#host.ready;
  }

  /**
   * Measures now. A trial that fails is a value.
   * @param readyNs the share of this trial in the time that it took to get ready, in nanoseconds
   * @throws CrossoverError `interrupted` when the signal was given
   */
  async measure(readyNs: number): Promise<Trial> {
    const startedAt = new Date().toISOString();
    try {
      return await this.#measure(startedAt, readyNs);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'interrupted') throw error;
      return { kind: 'trial', status: 'failed', ...this.turn, startedAt, failure };
    }
  }

  /** Ends the process, measured or not. */
  async end(): Promise<void> {
    await this.#host.end();
  }

  async #measure(startedAt: string, readyNs: number): Promise<Trial> {
    let answer: Answer | undefined;
    const processNs = readyNs + (await this.#host.answer((reply) => (answer = reply)));
    if (answer?.kind === 'failed') throw Object.assign(new Error(answer.failure.message), answer);
    if (answer?.kind !== 'measured')
      throw new TypeError(`a trial was answered by ${answer?.kind ?? 'nothing'}`);
    const operationsPerSample = this.#operationsPerSample;
    return {
      ...answer,
      kind: 'trial',
      status: 'ok',
      ...this.turn,
      startedAt,
      operationsPerSample,
      processNs,
    };
  }
}
