import { failureOf, tuningOf } from '@crossover/model';
import { calibrationOf } from './calibration.ts';
import { Host } from './host/host-process.ts';
import { operationLimitMs, trialLimitMs, UNKNOWN_LIMIT_MS } from './time-limit.ts';
import { paddingOf } from './turns.ts';
import type { Answer } from './host/host-process.ts';
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

/** A trial in a process of its own, which does nothing but when it is its turn. */
export class WaitingTrial {
  readonly turn: Turn;
  /** How many samples it takes, one in each turn after that in which it starts and warms up. */
  readonly samples: number;
  readonly #host: Host;
  readonly #operationsPerSample: number;
  #startedAt = '';
  #processNs = 0;
  #answer: Answer | undefined;
  #trial: Trial | undefined;

  constructor(turn: Turn, { work, cell, settings, calibration, signal }: TrialSubject) {
    const { warmUp, seed, sampledNs, forceGc, operationLimit } = settings;
    const { samples, operationsPerSample } =
      calibration ?? calibrationOf(turn.cell, { operationNs: sampledNs, aroundSampleNs: 0 }, settings);
    const sampling = { samples, operationsPerSample, ...(forceGc && { forceGc }) };
    const limitMs = operationLimitMs(calibration, operationLimit);
    const limit = limitMs === undefined ? {} : { operationLimitMs: limitMs };
    this.turn = turn;
    this.samples = samples;
    this.#operationsPerSample = operationsPerSample;
    this.#host = new Host(
      { kind: 'trial', work, cell, tuning: tuningOf(settings), warmUp, ...sampling, ...limit },
      {
        signal,
        timeLimitMs: calibration === undefined ? UNKNOWN_LIMIT_MS : trialLimitMs(calibration, warmUp),
        padding: paddingOf(turn, seed),
        onReply: (reply) => (this.#answer = reply),
      },
    );
  }

  /** What came of it, as soon as it has ended. A trial that failed is a value, too. */
  get trial(): Trial | undefined {
    return this.#trial?.status === 'ok' ? { ...this.#trial, processNs: this.#processNs } : this.#trial;
  }

  /**
   * Resolves when its process has loaded its code and made its input, or has ended.
   * @throws CrossoverError `interrupted` when the signal was given
   */
  async ready(): Promise<void> {
    await this.#untilItWaits();
  }

  /** Counts time that it took of the run: its turns, and its share of what it did together with others, in nanoseconds. */
  addTime(ns: number): void {
    this.#processNs += ns;
  }

  /**
   * Gives it a turn: first to start its workers and to warm up, then to take its samples one by one, and at last to answer
   * and to end.
   * @throws CrossoverError `interrupted` when the signal was given
   */
  async proceed(): Promise<void> {
    if (this.#trial !== undefined) return;
    if (this.#startedAt === '') this.#startedAt = new Date().toISOString();
    this.#host.proceed();
    await this.#untilItWaits();
  }

  /** Ends the process, whatever it does. */
  async end(): Promise<void> {
    await this.#host.end();
  }

  async #untilItWaits(): Promise<void> {
    try {
      if (!(await this.#host.waits())) this.#trial = this.#completed();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'interrupted') throw error;
      const startedAt = this.#startedAt || new Date().toISOString();
      this.#trial = { kind: 'trial', status: 'failed', ...this.turn, startedAt, failure };
    }
  }

  #completed(): Trial {
    const [answer, startedAt] = [this.#answer, this.#startedAt];
    if (answer?.kind === 'failed') throw Object.assign(new Error(answer.failure.message), answer);
    if (answer?.kind !== 'measured')
      throw new TypeError(`a trial was answered by ${answer?.kind ?? 'nothing'}`);
    const operationsPerSample = this.#operationsPerSample;
    return { ...answer, kind: 'trial', status: 'ok', ...this.turn, startedAt, operationsPerSample };
  }
}
