import { failureOf } from '@crossover/model';
import { calibrationOf } from './calibration.ts';
import { Deadline } from './deadline.ts';
import { askHost } from './host/host-process.ts';
import { trialLimitMs, UNKNOWN_LIMIT_MS } from './time-limit.ts';
import { paddingOf, turnsOf } from './turns.ts';
import type { Answer } from './host/host-process.ts';
import type { HostRequest, HostWork } from './host/host-protocol.ts';
import type {
  Calibration,
  Cell,
  Plan,
  PlannedKernel,
  RunRecord,
  Settings,
  Trial,
  Turn,
} from '@crossover/model';

/** What a measurement tells while it goes on. */
export type MeasureEvent =
  | { readonly kind: 'kernel-started'; readonly kernel: PlannedKernel; readonly trials: number }
  | { readonly kind: 'calibrated'; readonly calibration: Calibration }
  | { readonly kind: 'trial-started'; readonly turn: Turn }
  | { readonly kind: 'trial-finished'; readonly trial: Trial }
  | { readonly kind: 'budget-spent'; readonly kernel: PlannedKernel; readonly blocks: number }
  | { readonly kind: 'kernel-finished'; readonly kernel: PlannedKernel };

export interface MeasureOptions {
  readonly signal: AbortSignal;
  /** What an earlier session measured; it is not measured again. */
  readonly earlier: readonly RunRecord[];
  /** Keeps a record. Called as soon as there is one. */
  readonly record: (record: RunRecord) => void;
  readonly tell: (event: MeasureEvent) => void;
}

/** A cell that failed this often is not tried again; a wrong digest counts at once. */
const TRIES = 2;

/**
 * Measures a plan, kernel by kernel and block by block. A failed trial is recorded, and the others go on.
 * @throws CrossoverError `interrupted` when the signal was given; everything recorded so far stays.
 */
export async function measure(plan: Plan, options: MeasureOptions): Promise<void> {
  const deadline = new Deadline(plan.settings.budgetNs);
  for (const [index, kernel] of plan.kernels.entries()) {
    const share = deadline.share(plan.kernels.length - index);
    await new KernelMeasurement(kernel, plan.settings, options).run(share);
  }
}

/** The measurement of one kernel: calibrations first, then blocks. */
class KernelMeasurement {
  readonly #kernel: PlannedKernel;
  readonly #settings: Settings;
  readonly #options: MeasureOptions;
  readonly #work: HostWork;
  readonly #calibrations = new Map<string, Calibration>();
  readonly #finished = new Set<string>();
  readonly #failures = new Map<string, number>();

  constructor(kernel: PlannedKernel, settings: Settings, options: MeasureOptions) {
    this.#kernel = kernel;
    this.#settings = settings;
    this.#options = options;
    const { parameters, inputSeed, inputFile, digest } = kernel;
    const file = inputFile === undefined ? {} : { inputFile };
    this.#work = { kernel: kernel.kernel, parameters, inputSeed, digest, ...file };
    const cells = new Set(kernel.cells.map(({ id }) => id));
    for (const record of options.earlier.filter(({ cell }) => cells.has(cell))) this.#remember(record);
  }

  async run(deadline: Deadline): Promise<void> {
    const { tell } = this.#options;
    const blocks = turnsOf(this.#kernel, this.#settings);
    const open = blocks.flat().filter((turn) => !this.#finished.has(turnKey(turn)));
    tell({ kind: 'kernel-started', kernel: this.#kernel, trials: open.length });
    await this.#calibrate(open);
    deadline.start();
    for (const [block, turns] of blocks.entries()) {
      if (block > 0 && !deadline.allowsAnother) {
        tell({ kind: 'budget-spent', kernel: this.#kernel, blocks: block });
        break;
      }
      for (const turn of turns) await this.#take(turn);
      deadline.lap();
    }
    tell({ kind: 'kernel-finished', kernel: this.#kernel });
  }

  /** Calibrates every cell that is still to be measured. One that fails here fails in its trial, and is recorded there. */
  async #calibrate(turns: readonly Turn[]): Promise<void> {
    for (const id of new Set(turns.map(({ cell }) => cell))) {
      const cell = this.#kernel.cells.find((planned) => planned.id === id)!;
      await this.#calibration(cell).catch((error: unknown) => {
        if (failureOf(error).code === 'interrupted') throw error;
      });
    }
  }

  async #take(turn: Turn): Promise<void> {
    if (this.#finished.has(turnKey(turn)) || (this.#failures.get(turn.cell) ?? 0) >= TRIES) return;
    this.#options.tell({ kind: 'trial-started', turn });
    const startedAt = new Date().toISOString();
    const trial = await this.#trial(turn, startedAt).catch((error: unknown): Trial => {
      const failure = failureOf(error);
      if (failure.code === 'interrupted') throw error;
      return { kind: 'trial', status: 'failed', ...turn, startedAt, failure };
    });
    this.#keep(trial);
    this.#options.tell({ kind: 'trial-finished', trial });
  }

  async #trial(turn: Turn, startedAt: string): Promise<Trial> {
    const cell = this.#kernel.cells.find(({ id }) => id === turn.cell)!;
    const calibration = await this.#calibration(cell);
    const { operationsPerSample, samples } = calibration;
    const { warmUp, seed } = this.#settings;
    const request = {
      kind: 'trial',
      work: this.#work,
      placement: cell,
      warmUp,
      samples,
      operationsPerSample,
    };
    const reply = await this.#ask(
      { ...request, kind: 'trial' },
      trialLimitMs(calibration, warmUp),
      paddingOf(turn, seed),
    );
    if (reply.kind !== 'measured') throw new TypeError(`a trial was answered by ${reply.kind}`);
    return { ...reply, kind: 'trial', status: 'ok', ...turn, startedAt, operationsPerSample };
  }

  /** Found in a process of its own, before the first trial of the cell, and kept for the whole run. */
  async #calibration(cell: Cell): Promise<Calibration> {
    const known = this.#calibrations.get(cell.id);
    if (known !== undefined) return known;
    const request = { kind: 'calibrate', work: this.#work, placement: cell } as const;
    const reply = await this.#ask({ ...request, warmUp: this.#settings.warmUp }, UNKNOWN_LIMIT_MS);
    if (reply.kind !== 'calibrated') throw new TypeError(`a calibration was answered by ${reply.kind}`);
    const calibration = calibrationOf(cell.id, reply.operationNs, this.#settings);
    this.#keep(calibration);
    this.#options.tell({ kind: 'calibrated', calibration });
    return calibration;
  }

  async #ask(request: HostRequest, timeLimitMs: number, padding = 0): Promise<Answer> {
    let answer: Answer | undefined;
    const { signal } = this.#options;
    await askHost(request, { signal, timeLimitMs, padding, onReply: (reply) => (answer = reply) });
    if (answer === undefined) throw new TypeError('the process of the trial ended without an answer');
    if (answer.kind === 'failed') throw Object.assign(new Error(answer.failure.message), answer);
    return answer;
  }

  #keep(record: RunRecord): void {
    this.#options.record(record);
    this.#remember(record);
  }

  #remember(record: RunRecord): void {
    if (record.kind === 'calibration') {
      this.#calibrations.set(record.cell, record);
      return;
    }
    this.#finished.add(turnKey(record));
    if (record.status === 'ok') return;
    const weight = record.failure.code === 'wrong-digest' ? TRIES : 1;
    this.#failures.set(record.cell, (this.#failures.get(record.cell) ?? 0) + weight);
  }
}

function turnKey({ block, cell, twin }: Turn): string {
  return `${block} ${cell} ${twin}`;
}
