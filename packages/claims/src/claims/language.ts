import { BASE_MODE } from '@crossover/model';
import { RUST_ALONE, TYPESCRIPT_ALONE, TYPESCRIPT_THREADS, WASM_ALONE } from './patterns.ts';
import type { ComparisonClaim } from '../claim.ts';

/** What another language brings. */
export const LANGUAGE_CLAIMS: readonly ComparisonClaim[] = [
  {
    kind: 'comparison',
    id: 'native-rewrite-pays',
    statement: 'A rewrite in Rust makes a single thread faster.',
    article: 'Work that is bound by the CPU needs a fast language: write it in C.',
    refutedWhen: 'Rust on a single thread takes as long as TypeScript on a single thread, or longer.',
    metrics: ['wall'],
    bases: [TYPESCRIPT_ALONE],
    subject: RUST_ALONE,
    relation: 'faster',
    against: 'each',
    needs: [],
  },
  {
    kind: 'comparison',
    id: 'wasm-rewrite-pays',
    statement: 'A rewrite in WebAssembly makes a single thread faster.',
    article:
      'Work that is bound by the CPU needs a fast language; WebAssembly is the one that Node brings along.',
    refutedWhen:
      'AssemblyScript on a single thread takes as long as TypeScript on a single thread, or longer.',
    metrics: ['wall'],
    bases: [TYPESCRIPT_ALONE],
    subject: WASM_ALONE,
    relation: 'faster',
    against: 'each',
    needs: [],
  },
  {
    kind: 'comparison',
    id: 'rewrite-beats-cores',
    statement: 'Rust on one thread is faster than TypeScript on all cores.',
    article: 'Work that is bound by the CPU needs a fast language first, and all cores second.',
    refutedWhen:
      'TypeScript in one worker thread per core takes as long as Rust on a single thread, or less.',
    metrics: ['wall'],
    bases: [TYPESCRIPT_THREADS],
    subject: RUST_ALONE,
    relation: 'faster',
    against: 'each',
    needs: ['items', 'cores'],
  },
  {
    kind: 'comparison',
    id: 'least-code-is-best',
    statement: 'The language with the least code is not slower than the others.',
    article:
      'Not from the article: a rewrite is paid for in code, so the shortest source should be hard to beat.',
    refutedWhen:
      'On a single thread, lanes with longer sources (bytes after gzip) are faster than the shortest one.',
    metrics: ['wall'],
    bases: [{ lane: { kind: 'larger-sources' }, mode: BASE_MODE }],
    subject: { lane: { kind: 'smallest-source' }, mode: BASE_MODE },
    relation: 'not-slower',
    against: 'each',
    needs: [],
  },
];
