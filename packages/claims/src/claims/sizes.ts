import { BASE_LANE, BASE_MODE } from '@crossover/model';
import type { SizesClaim } from '../claim.ts';

const FOR_ONE_JOB = { kind: 'sizes', cost: 'cold', relation: 'from-some-size' } as const;

const OTHERWISE =
  'its start counted, it costs less at the smallest size that was measured, too, or up to some size only.';

/** What has to be started or loaded before it can help, for a program that does it once. */
export const SIZE_CLAIMS: readonly SizesClaim[] = [
  {
    ...FOR_ONE_JOB,
    id: 'native-pays-from-some-size',
    statement: 'For a single job, Rust pays only from some size on.',
    article: 'Not from the article: what it says of a fast language leaves out that its code must be loaded.',
    refutedWhen: `Rust on a single thread against TypeScript: ${OTHERWISE}`,
    lane: 'rust',
    mode: BASE_MODE,
  },
  {
    ...FOR_ONE_JOB,
    id: 'wasm-pays-from-some-size',
    statement: 'For a single job, WebAssembly pays only from some size on.',
    article:
      'Not from the article: what it says of a fast language leaves out that its code must be compiled.',
    refutedWhen: `AssemblyScript on a single thread against TypeScript: ${OTHERWISE}`,
    lane: 'assemblyscript',
    mode: BASE_MODE,
  },
  {
    ...FOR_ONE_JOB,
    id: 'threads-pay-from-some-size',
    statement: 'For a single job, worker threads pay only from some size on.',
    article: 'Threads and processes have to be started first, which little work does not make up for.',
    refutedWhen: `TypeScript in one worker thread per core against a single thread: ${OTHERWISE}`,
    lane: BASE_LANE,
    mode: 'worker-threads',
  },
  {
    ...FOR_ONE_JOB,
    id: 'processes-pay-from-some-size',
    statement: 'For a single job, processes pay only from some size on.',
    article: 'Threads and processes have to be started first, which little work does not make up for.',
    refutedWhen: `TypeScript in one process per core against a single thread: ${OTHERWISE}`,
    lane: BASE_LANE,
    mode: 'processes',
  },
];
