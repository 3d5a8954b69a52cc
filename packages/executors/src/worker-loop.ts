import { kernelError } from './binding.ts';
import { runPasses } from './pass-loop.ts';
import { notYetBusy } from './phase-clock.ts';
import type { Assignment, Binding } from './binding.ts';
import type { ControlBlock } from './control-block.ts';
import type { Reply } from './protocol.ts';

/** A worker's place at a control block: what it works with, and how it talks to its parent. */
export interface Station {
  /** Counted from 0. */
  readonly index: number;
  readonly assignment: Assignment;
  readonly binding: Binding;
  readonly block: ControlBlock;
  /** Where that takes time: resolves when it is on its way, since a worker that sleeps sends nothing more. */
  readonly report: (reply: Reply) => void | Promise<void>;
  /** Takes the one message that the parent has sent, and answers it. */
  readonly answer: () => Promise<void>;
}

/** What a worker does once it is bound, be it a thread or a process: task after task, until everybody is to leave. */
export async function serve({ index, assignment, binding, block, report, answer }: Station): Promise<void> {
  const sharing = block.sharing(index);
  for (
    let generation = block.awaitDispatch(0);
    !block.stopped;
    generation = block.awaitDispatch(generation)
  ) {
    let failed = false;
    switch (block.task) {
      case 'operation':
        try {
          const busy = notYetBusy();
          runPasses(binding.bound, binding.schedule, sharing, busy);
          block.tell(index, busy);
        } catch (error) {
          failed = true;
          await report({ kind: 'failed', failure: kernelError(assignment, error).failure });
          block.abandon();
        }
        break;
      case 'nothing':
        break;
      case 'message':
        await answer();
        break;
    }
    block.finish(index, generation, failed);
  }
}
