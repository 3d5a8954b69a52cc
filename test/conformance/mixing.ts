import type { WaitPolicy } from '@crossover/model';
import type { BlockShape } from '../../packages/executors/dist/control-block.js';
import type { Schedule } from '../../packages/executors/dist/schedule.js';

/** What a mixing worker is created with. */
export interface MixingData {
  readonly index: number;
  readonly shape: BlockShape;
  readonly schedule: Schedule;
  /** Two shared regions: a pass reads one of them whole, and fills its items in the other. */
  readonly numbers: readonly Uint32Array[];
  /** On the control block. */
  readonly words: Int32Array;
  readonly policy: WaitPolicy;
  /** The operation in which it throws; none when 0. */
  readonly faultIn: number;
}

/**
 * A hash over an item and all numbers: one of them that is early or late changes all that follow.
 * The shift lets high bits reach low ones; without it, many rounds would end in the same numbers from any start.
 */
export function mixed(numbers: Uint32Array, item: number): number {
  return numbers.reduce((hash, value) => {
    const product = Math.imul(hash ^ value, 0x01_00_01_93);
    return (product ^ (product >>> 15)) >>> 0;
  }, item);
}
