import { BULK_BYTES, FLOOD_ITEMS, SKEWED_ITEMS } from './task.ts';
import type { Contender } from './contender.ts';
import type { Task } from './task.ts';

/** What all pools of tasks have in common, whoever made them. */
export interface Pool {
  readonly perform: (task: Task) => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

const NOTHING: Task = { kind: 'nothing' };

const ITEMS = { flood: FLOOD_ITEMS, skewed: SKEWED_ITEMS } as const;

/** A pool in the contest: all items of a set are handed to it at once, as its README would do it. */
export function contenderOf({ perform, close }: Pool): Contender {
  return {
    roundTrip: () => perform(NOTHING),
    twoInFlight: async (count) => {
      let left = count;
      const lane = async (): Promise<void> => {
        while (left-- > 0) await perform(NOTHING);
      };
      await Promise.all([lane(), lane()]);
    },
    covering: async (set) => {
      const items = Array.from({ length: ITEMS[set] }, (_, item): Task => ({ kind: 'item', set, item }));
      return () => Promise.all(items.map((item) => perform(item)));
    },
    carrying: async () => {
      const bytes = new Uint8Array(BULK_BYTES);
      return () => perform({ kind: 'bytes', bytes });
    },
    close,
  };
}
