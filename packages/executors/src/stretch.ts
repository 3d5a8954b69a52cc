import { scheduleOf } from './schedule.ts';
import type { Assignment, Binding } from './binding.ts';
import type { BoundKernel } from '@crossover/model';
import type { Chunk } from './claim.ts';
import type { Schedule } from './schedule.ts';

/** Number of the sweep, pass, and the items `[start, end)`. */
const WORDS = 4;

/**
 * Items of one pass that threads work on together, in memory that they share. It is written while they rest, and read
 * once they are woken.
 */
export class Stretch {
  readonly memory: SharedArrayBuffer;
  readonly #words: Int32Array;

  /** A new one; or the same one, seen from another thread. */
  constructor(memory?: SharedArrayBuffer) {
    this.memory = memory ?? new SharedArrayBuffer(WORDS * Int32Array.BYTES_PER_ELEMENT);
    this.#words = new Int32Array(this.memory);
  }

  /** Says what is to be worked on next. `first` where it is the first of its sweep. */
  write({ pass, first, start, end }: Chunk & { readonly pass: number; readonly first: boolean }): void {
    this.#words.set([this.sweep + (first ? 1 : 0), pass, start, end]);
  }

  /** Counted up with every sweep, from 0 when nothing was written yet. */
  get sweep(): number {
    return this.#words[0]!;
  }

  get pass(): number {
    return this.#words[1]!;
  }

  get items(): Chunk {
    return { start: this.#words[2]!, end: this.#words[3]! };
  }
}

/**
 * The same binding, for which an operation is whatever the stretch says when it begins: one pass over a part of the
 * items. Each sweep is entered once, with the first chunk of it that this thread gets.
 */
export function bindingOfStretch(
  { kernel, bound, schedule: { passes } }: Binding,
  assignment: Assignment,
  stretch: Stretch,
  chunksPerWorker?: number,
): Binding {
  let [entered, pass, offset] = [0, 0, 0];
  const moved: BoundKernel = {
    ...(bound.inPlace && { inPlace: true }),
    enter: () => {
      if (entered === stretch.sweep) return;
      entered = stretch.sweep;
      bound.enter(pass);
    },
    load: (_, start, end) => bound.load(pass, offset + start, offset + end),
    run: (_, start, end) => bound.run(pass, offset + start, offset + end),
    store: (_, start, end) => bound.store(pass, offset + start, offset + end),
  };
  return {
    kernel,
    bound: moved,
    /** Asked for once in each operation. */
    get schedule(): Schedule {
      const { start, end } = stretch.items;
      [pass, offset] = [stretch.pass, start];
      const layout = { ...assignment.layout, items: end - start };
      return { ...scheduleOf(kernel, { ...assignment, layout }, chunksPerWorker), passes, sweeps: 1 };
    },
  };
}
