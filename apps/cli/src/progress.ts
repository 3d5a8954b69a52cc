import { timeText } from './time-text.ts';
import type { StatusLine } from './status-line.ts';
import type { MeasureEvent } from '@crossover/measure';
import type { BlockRecord, OpenQuestion, Plan, PlannedKernel, Settings } from '@crossover/model';

/** Tells on stderr how far a measurement is, what is still open, and how long it may still take. */
export class Progress {
  readonly #status: StatusLine;
  readonly #settings: Settings;
  readonly #kernels: readonly PlannedKernel[];
  readonly #started = performance.now();
  /** Blocks that count, by kernel that was begun. */
  readonly #blocks = new Map<PlannedKernel, number>();
  readonly #finished = new Set<PlannedKernel>();
  #kernel = '';
  #position = { done: 0, of: 0, block: 0 };
  #trials = 0;
  #open: readonly OpenQuestion[] = [];

  constructor({ settings, kernels }: Plan, status: StatusLine) {
    this.#status = status;
    this.#settings = settings;
    this.#kernels = kernels;
  }

  tell(event: MeasureEvent): void {
    switch (event.kind) {
      case 'floor-measured':
        this.#status.showBriefly(`what each mode costs by itself: ${event.floor.place}`);
        return;
      case 'peaks-started':
        this.#status.showBriefly('what this machine can do at most');
        return;
      case 'peaks-measured':
        return;
      case 'kernel-started':
        this.#begin(event.kernel, event.blocks);
        return;
      case 'calibrated':
        this.#status.showBriefly(this.#line(`calibrated ${event.calibration.cell}`));
        return;
      case 'trial-started':
        this.#position.done++;
        this.#status.showBriefly(this.#line(`warming up ${event.turn.cell}`));
        return;
      case 'round-started':
        this.#status.showBriefly(this.#line(`samples, round ${event.round + 1} of ${event.rounds}`));
        return;
      case 'trial-finished':
        this.#trials++;
        return;
      case 'block-finished':
        this.#end(event.kernel, event.block, event.open);
        return;
      case 'kernel-finished':
        if (event.ending === 'answered' || event.ending === 'complete') this.#finished.add(event.kernel);
        this.#status.show(
          `${event.kernel.kernel}: ${ENDINGS[event.ending]} after ${blocksText(event.blocks)}`,
        );
        this.#status.clear();
        return;
    }
  }

  clear(): void {
    this.#status.clear();
  }

  #begin(kernel: PlannedKernel, blocks: number): void {
    this.#kernel = kernel.kernel;
    this.#blocks.set(kernel, blocks);
    this.#position = { done: 0, of: trialsOf(kernel), block: blocks };
    this.#open = [];
    const number = this.#kernels.indexOf(kernel) + 1;
    const again = blocks > 0 ? `, with ${blocksText(blocks)} already` : '';
    this.#status.show(`${this.#kernel} (${number} of ${this.#kernels.length})${again}`);
  }

  #end(kernel: PlannedKernel, { replaces, disturbances }: BlockRecord, open: readonly OpenQuestion[]): void {
    const blocks = (this.#blocks.get(kernel) ?? 0) + (replaces === undefined ? 1 : 0);
    this.#blocks.set(kernel, blocks);
    this.#position = { ...this.#position, done: 0, block: blocks };
    this.#open = open;
    const disturbed = disturbances.length > 0 ? ', disturbed by others' : '';
    this.#status.show(this.#line(`${openText(open)}${disturbed}`));
  }

  #line(what: string): string {
    const { done, of, block } = this.#position;
    const next = this.#settings.looks.find((look) => look > block) ?? this.#settings.blocks;
    const within = done > 0 ? `, trial ${done} of ${of}` : '';
    const open = done > 0 && this.#open.length > 0 ? `; ${openText(this.#open)}` : '';
    return `${this.#kernel}: ${block} of ${next} blocks${within}, ${this.#timeLeft()}: ${what}${open}`;
  }

  /** Every trial is taken to last as long as those so far, and no kernel to be answered before its last block. */
  #timeLeft(): string {
    if (this.#trials === 0) return 'time left unknown';
    const perTrial = (performance.now() - this.#started) / this.#trials;
    const open = this.#kernels.filter((kernel) => !this.#finished.has(kernel));
    const ahead = open.reduce((sum, kernel) => {
      const missing = this.#settings.blocks - (this.#blocks.get(kernel) ?? 0);
      return sum + missing * trialsOf(kernel);
    }, 0);
    const budgetMs = (this.#settings.budgetNs ?? Number.POSITIVE_INFINITY) / 1e6;
    const left = Math.min(perTrial * ahead, budgetMs - (performance.now() - this.#started));
    return `at most ${timeText(left)} left`;
  }
}

const ENDINGS: Readonly<Record<Extract<MeasureEvent, { kind: 'kernel-finished' }>['ending'], string>> = {
  answered: 'nothing is open',
  complete: 'it has all that it may get',
  'time-spent': 'its share of the time is spent',
  'look-taken': 'looked again',
};

function blocksText(blocks: number): string {
  return blocks === 1 ? '1 block' : `${blocks} blocks`;
}

/** What is open, the least certain first. */
function openText(open: readonly OpenQuestion[]): string {
  const [worst] = open.toSorted((a, b) => b.halfWidth - a.halfWidth);
  if (worst === undefined) return 'nothing is open';
  const name = worst.subject.split('/').slice(2).join('/');
  const width = worst.halfWidth < 10 ? `±${Math.round(worst.halfWidth * 100)} %` : 'no interval yet';
  return `${open.length} open, widest ${name} ×${worst.speedUp.toFixed(2)} ${width}`;
}

/** Trials of a kernel in one block: its available cells, and the twin. */
function trialsOf(kernel: PlannedKernel): number {
  const available = kernel.cells.filter((cell) => cell.unavailable === undefined);
  return available.length + (available.some(({ id }) => id === kernel.twin) ? 1 : 0);
}
