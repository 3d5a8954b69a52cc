import { spareBlocks } from './turns.ts';
import type { BlockRecord, Settings } from '@crossover/model';

/** What a kernel's measurement has to do next. */
export type Due =
  /** Another block. */
  | 'block'
  /** To look whether the questions are answered, and if they are not, another block. */
  | 'look'
  /** It has all the blocks that it may get. */
  | 'nothing';

/**
 * The blocks of a kernel: which of them count, and what comes next. A disturbed block is measured once more as long as
 * there are spare ones, and then no longer counts; no record of it is lost. Where its replacement is disturbed too,
 * the machine is just like that. Spare ones come with the blocks that count: were all there from the start, a budget
 * on a busy machine would end while every other block is still measured in vain.
 */
export class BlockLog {
  readonly #settings: Settings;
  readonly #blocks: BlockRecord[] = [];

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  add(block: BlockRecord): void {
    this.#blocks.push(block);
  }

  /** Number of the next block. */
  get next(): number {
    return this.#blocks.length;
  }

  /** Blocks that estimates are made of. */
  get counted(): number {
    return this.#blocks.length - this.#replaced.size;
  }

  /** The disturbed block in place of which the next one is measured. */
  get replaces(): number | undefined {
    const spare = Math.ceil(this.counted * this.#settings.spareShare);
    if (this.#replaced.size >= Math.min(spare, spareBlocks(this.#settings))) return undefined;
    const disturbed = this.#blocks.find(
      ({ block, replaces, disturbances }) =>
        disturbances.length > 0 && replaces === undefined && !this.#replaced.has(block),
    );
    return disturbed?.block;
  }

  get due(): Due {
    const { blocks, looks } = this.#settings;
    if (this.replaces !== undefined) return 'block';
    if (this.counted >= blocks) return 'nothing';
    return looks.includes(this.counted) ? 'look' : 'block';
  }

  get #replaced(): ReadonlySet<number> {
    return new Set(this.#blocks.flatMap(({ replaces }) => replaces ?? []));
  }
}
