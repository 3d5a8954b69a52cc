import type { Distribution, Recipient } from './distribution.ts';
import type { WorkerCrew } from './worker-crew.ts';

/** Workers, threads or processes, to which everything goes by message. */
export function messageCrew(distribution: Distribution, members: readonly Recipient[]): WorkerCrew {
  const ask: WorkerCrew['ask'] = (kind) =>
    Promise.all(
      members.map((member) => {
        member.send({ kind });
        return member.peer.next(kind);
      }),
    );
  return {
    operate: () => distribution.operate(),
    empty: async () => {
      await ask('nothing');
    },
    awaited: () => [],
    stop: () => {},
    ask,
  };
}
