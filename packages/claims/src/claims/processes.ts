import { TYPESCRIPT_PROCESSES, TYPESCRIPT_THREADS } from './patterns.ts';
import type { Claim } from '../claim.ts';

const PROCESSES_AGAINST_THREADS = {
  kind: 'comparison',
  bases: [TYPESCRIPT_THREADS],
  subject: TYPESCRIPT_PROCESSES,
  relation: 'more',
  against: 'each',
  needs: [],
} as const;

/** What processes cost in place of as many threads. */
export const PROCESS_CLAIMS: readonly Claim[] = [
  {
    ...PROCESSES_AGAINST_THREADS,
    id: 'processes-cost-more-memory',
    statement: 'Processes need more memory than as many worker threads.',
    article: 'A process costs more memory than a thread, since it shares none.',
    refutedWhen: 'Processes need as much memory as worker threads, or less.',
    metrics: ['proportional-memory', 'peak-memory'],
  },
  {
    ...PROCESSES_AGAINST_THREADS,
    id: 'processes-cost-more-to-start',
    statement: 'Processes take longer to start than as many worker threads.',
    article: 'A process takes longer to start than a thread.',
    refutedWhen: 'Processes are ready to compute as soon as worker threads are, or sooner.',
    metrics: ['start'],
  },
  {
    ...PROCESSES_AGAINST_THREADS,
    id: 'processes-cost-more-for-bulk-data',
    statement: 'Processes lose time to copies that worker threads need not make.',
    article: 'Threads share memory; processes copy everything.',
    refutedWhen: 'Messages between processes make an operation at most 5 % longer.',
    metrics: ['copies'],
  },
  {
    kind: 'places',
    id: 'processes-cost-more-per-message',
    statement: 'Giving work to a process costs more than giving it to a thread.',
    article: 'Processes talk by messages that are packed and unpacked; threads just read the same memory.',
    refutedWhen: 'An operation that does nothing takes as long in worker threads as in processes.',
    base: 'worker-threads',
    subject: 'processes',
    relation: 'more',
  },
];
