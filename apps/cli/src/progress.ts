import type { StatusLine } from './status-line.ts';
import type { MeasureEvent } from '@crossover/measure';
import type { Plan, PlannedKernel } from '@crossover/model';

/** Tells on stderr how far a measurement is, and how long it will still take. */
export class Progress {
  readonly #status: StatusLine;
  readonly #blocks: number;
  readonly #started = performance.now();
  #kernel = '';
  #trialsOfKernel = 0;
  #doneOfKernel = 0;
  #doneOfBlock = { block: -1, trials: 0 };
  #done = 0;
  #ahead: number;

  constructor(plan: Plan, status: StatusLine) {
    this.#status = status;
    this.#blocks = plan.settings.blocks;
    this.#ahead = plan.kernels.reduce((sum, kernel) => sum + trialsOf(kernel) * this.#blocks, 0);
  }

  tell(event: MeasureEvent): void {
    switch (event.kind) {
      case 'kernel-started':
        this.#kernel = event.kernel.kernel;
        this.#trialsOfKernel = event.trials;
        this.#doneOfKernel = 0;
        this.#ahead -= trialsOf(event.kernel) * this.#blocks - event.trials;
        this.#status.show(`${this.#kernel}: ${event.trials} trials in ${this.#blocks} blocks`);
        return;
      case 'calibrated':
        this.#status.showBriefly(this.#line(`calibrated ${event.calibration.cell}`));
        return;
      case 'trial-started':
        this.#status.showBriefly(this.#line(event.turn.cell));
        return;
      case 'trial-finished':
        this.#finish(event.trial.block);
        return;
      case 'budget-spent':
        this.#status.show(`${this.#kernel}: its share of the time is spent after ${event.blocks} blocks`);
        return;
      case 'kernel-finished':
        this.#ahead -= this.#trialsOfKernel - this.#doneOfKernel;
        this.#status.clear();
        return;
    }
  }

  clear(): void {
    this.#status.clear();
  }

  #finish(block: number): void {
    this.#done++;
    this.#doneOfKernel++;
    this.#ahead--;
    if (block !== this.#doneOfBlock.block) this.#doneOfBlock = { block, trials: 0 };
    this.#doneOfBlock.trials++;
    if (this.#doneOfKernel === this.#trialsOfKernel || this.#doneOfBlock.trials === 1) {
      this.#status.show(this.#line(`block ${block + 1} of ${this.#blocks}`));
    }
  }

  #line(what: string): string {
    const share = `${this.#doneOfKernel}/${this.#trialsOfKernel}`;
    return `${this.#kernel} ${share} trials, ${this.#timeLeft()}: ${what}`;
  }

  /** Every trial is taken to last as long as those so far. */
  #timeLeft(): string {
    if (this.#done === 0) return 'time left unknown';
    const seconds = Math.ceil((((performance.now() - this.#started) / this.#done) * this.#ahead) / 1000);
    const minutes = Math.floor(seconds / 60);
    return minutes === 0 ? `${seconds} s left` : `${minutes} min ${seconds % 60} s left`;
  }
}

/** Trials of a kernel in one block: its available cells, and the twin. */
function trialsOf(kernel: PlannedKernel): number {
  const available = kernel.cells.filter((cell) => cell.unavailable === undefined);
  return available.length + (available.some(({ id }) => id === kernel.twin) ? 1 : 0);
}
