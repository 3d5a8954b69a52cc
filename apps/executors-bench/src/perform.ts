// The worker's half of every pool: what it does with a task is the same for all of them.
import { bindSet } from './task.ts';
import type { Task, WorkSet } from './task.ts';

const bound = new Map<WorkSet, Promise<(item: number) => void>>();
const ready = new Map<WorkSet, (item: number) => void>();

/** Does a task. Where its set is bound already, there is nothing to wait for. */
export function perform(task: Task): number | Promise<number> {
  switch (task.kind) {
    case 'nothing':
      return 0;
    case 'bytes':
      return task.bytes.length;
    case 'item': {
      const compute = ready.get(task.set);
      if (compute === undefined) return firstOf(task.set, task.item);
      compute(task.item);
      return task.item;
    }
  }
}

async function firstOf(set: WorkSet, item: number): Promise<number> {
  const binding = bound.get(set) ?? bindSet(set);
  bound.set(set, binding);
  const compute = await binding;
  ready.set(set, compute);
  compute(item);
  return item;
}
