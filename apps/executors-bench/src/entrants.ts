import { ownEntrant } from './contenders/own.ts';
import type { Entrant } from './contender.ts';

/** All that take part, in the order of the table: ours first, threads before processes. */
export const ENTRANTS: readonly Entrant[] = [
  ownEntrant(
    { id: 'threads-park', title: 'worker-threads, parked', kind: 'threads' },
    { mode: 'worker-threads', waitPolicy: 'park' },
  ),
  ownEntrant(
    { id: 'threads-spin', title: 'worker-threads, spinning', kind: 'threads', spins: true },
    { mode: 'worker-threads', waitPolicy: 'spin' },
  ),
  ownEntrant({ id: 'processes', title: 'processes', kind: 'processes' }, { mode: 'processes' }),
  ownEntrant(
    { id: 'shared-park', title: 'processes/shared, parked', kind: 'processes' },
    { mode: 'processes', placement: 'shared', waitPolicy: 'park' },
  ),
  ownEntrant(
    { id: 'shared-spin', title: 'processes/shared, spinning', kind: 'processes', spins: true },
    { mode: 'processes', placement: 'shared', waitPolicy: 'spin' },
  ),
  {
    id: 'post-message',
    title: 'postMessage',
    own: false,
    kind: 'threads',
    load: async () => (await import('./contenders/post-message.ts')).startPostMessage,
  },
  {
    id: 'piscina',
    title: 'piscina',
    own: false,
    kind: 'threads',
    load: async () => (await import('./contenders/piscina.ts')).startPiscina,
  },
  {
    id: 'tinypool',
    title: 'tinypool, threads',
    own: false,
    kind: 'threads',
    load: async () => {
      const { startTinypool } = await import('./contenders/tinypool.ts');
      return (workers) => startTinypool(workers, 'worker_threads');
    },
  },
  {
    id: 'poolifier',
    title: 'poolifier, threads',
    own: false,
    kind: 'threads',
    load: async () => (await import('./contenders/poolifier.ts')).startPoolifier,
  },
  {
    id: 'workerpool',
    title: 'workerpool, threads',
    own: false,
    kind: 'threads',
    load: async () => {
      const { startWorkerpool } = await import('./contenders/workerpool.ts');
      return (workers) => startWorkerpool(workers, 'thread');
    },
  },
  {
    id: 'fork',
    title: 'fork, advanced',
    own: false,
    kind: 'processes',
    load: async () => (await import('./contenders/fork.ts')).startFork,
  },
  {
    id: 'tinypool-processes',
    title: 'tinypool, processes',
    own: false,
    kind: 'processes',
    load: async () => {
      const { startTinypool } = await import('./contenders/tinypool.ts');
      return (workers) => startTinypool(workers, 'child_process');
    },
  },
  {
    id: 'workerpool-processes',
    title: 'workerpool, processes',
    own: false,
    kind: 'processes',
    load: async () => {
      const { startWorkerpool } = await import('./contenders/workerpool.ts');
      return (workers) => startWorkerpool(workers, 'process');
    },
  },
];
