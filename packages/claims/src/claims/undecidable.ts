import type { UndecidableClaim } from '../claim.ts';

/** What the article says beyond computing. It stands here so that nobody takes silence for agreement. */
export const UNDECIDABLE_CLAIMS: readonly UndecidableClaim[] = [
  {
    kind: 'undecidable',
    id: 'io-language-does-not-matter',
    statement: 'A program that waits gains nothing from another language.',
    article: 'Work that waits needs concurrency, and there the language makes no difference.',
    refutedWhen: 'A program that waits ends sooner because it was written in another language.',
    reason: 'kernels compute and never wait, so that no run of them can tell',
  },
  {
    kind: 'undecidable',
    id: 'shared-memory-needs-locks',
    statement: 'Threads that write to the same memory need locks.',
    article: 'Threads share memory, and so need locks.',
    refutedWhen: 'Workers that write to the same place without atomic operations lose nothing.',
    reason: 'by contract no item of a kernel writes what another one does, so that there is nothing to lock',
  },
  {
    kind: 'undecidable',
    id: 'only-some-values-can-be-sent',
    statement: 'Only some values can be sent to another process.',
    article: 'Processes exchange values that can be packed, and others not at all.',
    refutedWhen: 'A function arrives in another process by message.',
    reason: 'kernels exchange numbers and bytes only, which any mode can send',
  },
];
