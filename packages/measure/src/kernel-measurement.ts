import { BlockLog } from './block-log.ts';
import { calibrate } from './calibration.ts';
import { disturbancesOf } from './disturbance.ts';
import { chunksOf, groupSize } from './groups.ts';
import { monotonicClock } from './clock.ts';
import { takeByTurns } from './trial-group.ts';
import { turnsOf } from './turns.ts';
import { WaitingTrial } from './waiting-trial.ts';
import type { CapacityProbe } from './capacity/capacity-probe.ts';
import type { Deadline } from './deadline.ts';
import type { HostWork } from './host/host-protocol.ts';
import type { MeasureOptions } from './measurement.ts';
import type {
  BlockRecord,
  Calibration,
  Capacity,
  PlannedCell,
  PlannedKernel,
  RunRecord,
  Settings,
  Trial,
  Turn,
} from '@crossover/model';

/** A cell that failed this often is not tried again; a wrong digest counts at once. */
const TRIES = 2;

/** Why a kernel gets no more blocks: for good (`answered`, `complete`), or for now. */
export type Ending = 'answered' | 'complete' | 'time-spent' | 'look-taken';

/** The measurement of one kernel: calibrations first, then blocks, until its questions are answered. */
export class KernelMeasurement {
  readonly kernel: PlannedKernel;
  readonly #settings: Settings;
  readonly #options: MeasureOptions;
  readonly #work: HostWork;
  readonly #turns: readonly (readonly Turn[])[];
  readonly #log: BlockLog;
  readonly #calibrations = new Map<string, Calibration>();
  readonly #trials = new Map<string, Trial>();
  readonly #failures = new Map<string, number>();
  #ended: Ending | undefined;
  #longestBlockNs = 0;

  constructor(kernel: PlannedKernel, settings: Settings, options: MeasureOptions) {
    this.kernel = kernel;
    this.#settings = settings;
    this.#options = options;
    const { parameters, inputSeed, inputFile, digest } = kernel;
    const file = inputFile === undefined ? {} : { inputFile };
    this.#work = { kernel: kernel.kernel, parameters, inputSeed, digest, ...file };
    this.#turns = turnsOf(kernel, settings);
    this.#log = new BlockLog(settings);
    for (const record of options.earlier) this.#remember(record);
  }

  /** Whether more time could bring more blocks. */
  get open(): boolean {
    return this.#ended !== 'answered' && this.#ended !== 'complete';
  }

  /** Blocks that count. */
  get blocks(): number {
    return this.#log.counted;
  }

  /** Whether another block ends before the deadline, if it takes as long as the longest so far. */
  fits(deadline: Deadline): boolean {
    return deadline.fits(this.#longestBlockNs);
  }

  /**
   * Measures blocks until the kernel is finished or the next one would not fit; but one, if there is none yet.
   * @param until whether it also ends at the next look, so that others get their turn
   */
  async run(
    deadline: Deadline,
    probe: CapacityProbe | undefined,
    until: 'finished' | 'next-look' = 'finished',
  ): Promise<void> {
    const { tell } = this.#options;
    tell({ kind: 'kernel-started', kernel: this.kernel, blocks: this.blocks });
    await this.#calibrate();
    let ending = this.#ending(deadline);
    while (ending === undefined) {
      const start = monotonicClock();
      await this.#block(probe);
      this.#longestBlockNs = Math.max(this.#longestBlockNs, monotonicClock() - start);
      ending = this.#ending(deadline);
      if (until === 'next-look' && this.#log.due === 'look') ending ??= 'look-taken';
    }
    this.#ended = ending;
    tell({ kind: 'kernel-finished', kernel: this.kernel, blocks: this.blocks, ending });
  }

  #ending(deadline: Deadline): Ending | undefined {
    const { due, next } = this.#log;
    if (due === 'nothing') return 'complete';
    if (due === 'look' && this.#options.openQuestions(this.kernel).length === 0) return 'answered';
    return next > 0 && !this.fits(deadline) ? 'time-spent' : undefined;
  }

  async #calibrate(): Promise<void> {
    const cells = this.kernel.cells.filter(
      ({ id, unavailable }) => unavailable === undefined && !this.#calibrations.has(id),
    );
    for (const [work, group] of Map.groupBy(cells, (cell) => this.#workOf(cell))) {
      await calibrate(work, group, this.#settings, {
        signal: this.#options.signal,
        keep: (calibration) => {
          this.#keep(calibration);
          this.#options.tell({ kind: 'calibrated', calibration });
        },
      });
    }
  }

  #workOf(cell: PlannedCell): HostWork {
    return this.#options.workOf?.(cell, this.#work) ?? this.#work;
  }

  async #block(probe: CapacityProbe | undefined): Promise<void> {
    const { next, replaces } = this.#log;
    const turns = this.#turns[next] ?? [];
    const before = await probe?.measure();
    for (const group of this.#groupsOf(turns)) await this.#takeGroup(group);
    const after = await probe?.measure();
    const ended = this.#blockRecord(next, turns, { before, after });
    const block = replaces === undefined ? ended : { ...ended, replaces };
    this.#keep(block);
    const open = this.#options.openQuestions(this.kernel);
    this.#options.tell({ kind: 'block-finished', kernel: this.kernel, block, open });
  }

  #blockRecord(
    block: number,
    turns: readonly Turn[],
    {
      before,
      after,
    }: { readonly before: readonly Capacity[] | undefined; readonly after: readonly Capacity[] | undefined },
  ): BlockRecord {
    const { kernel, workload, cells } = this.kernel;
    const disturbances = disturbancesOf({
      cells,
      trials: turns.flatMap((turn) => this.#trials.get(turnKey(turn)) ?? []),
      capacities: [...(before ?? []), ...(after ?? [])],
      cores: this.#options.cores,
    });
    const capacity = before === undefined || after === undefined ? {} : { capacity: { before, after } };
    return { kind: 'block', kernel, workload, block, ...capacity, disturbances };
  }

  /** Open turns, in their order, as many at a time as may be alive together. */
  #groupsOf(turns: readonly Turn[]): readonly (readonly Turn[])[] {
    const open = turns.filter((turn) => this.#isOpen(turn));
    const size = groupSize(this.kernel.cells, {
      settings: this.#settings,
      inputBytes: this.kernel.inputBytes ?? 0,
      freeBytes: process.availableMemory(),
    });
    return chunksOf(open, size);
  }

  #isOpen(turn: Turn): boolean {
    return !this.#trials.has(turnKey(turn)) && (this.#failures.get(turn.cell) ?? 0) < TRIES;
  }

  async #takeGroup(turns: readonly Turn[]): Promise<void> {
    const { tell, cores } = this.#options;
    await takeByTurns(turns, {
      cores,
      start: (turn) => this.#start(turn),
      warming: (turn) => tell({ kind: 'trial-started', turn }),
      sampling: (round, rounds) => tell({ kind: 'round-started', round, rounds }),
      ended: (trial) => {
        this.#keep(trial);
        tell({ kind: 'trial-finished', trial });
      },
    });
  }

  #start(turn: Turn): WaitingTrial {
    const cell = this.kernel.cells.find(({ id }) => id === turn.cell)!;
    return new WaitingTrial(turn, {
      work: this.#workOf(cell),
      cell,
      settings: this.#settings,
      calibration: this.#calibrations.get(turn.cell),
      signal: this.#options.signal,
    });
  }

  #keep(record: RunRecord): void {
    this.#options.record(record);
    this.#remember(record);
  }

  #remember(record: RunRecord): void {
    if (record.kind === 'floor' || record.kind === 'peaks') return;
    if (record.kind === 'block') {
      const { kernel, workload } = this.kernel;
      if (record.kernel === kernel && record.workload === workload) this.#log.add(record);
      return;
    }
    if (this.kernel.cells.every(({ id }) => id !== record.cell)) return;
    if (record.kind === 'calibration') {
      this.#calibrations.set(record.cell, record);
      return;
    }
    this.#trials.set(turnKey(record), record);
    if (record.status === 'ok') return;
    const weight = record.failure.code === 'wrong-digest' ? TRIES : 1;
    this.#failures.set(record.cell, (this.#failures.get(record.cell) ?? 0) + weight);
  }
}

function turnKey({ block, cell, twin }: Turn): string {
  return `${block} ${cell} ${twin}`;
}
