/** Something that has work done elsewhere, started with a number of workers. */
export interface Contender {
  /** Has a worker do nothing, and hears so: what everything else costs at least. */
  readonly roundTrip: () => Promise<unknown>;
  /** Has so many tasks of nothing done, two under way at any time. Absent where that cannot be. */
  readonly twoInFlight?: (count: number) => Promise<unknown>;
  /** Gets ready to hand out all items of a set at once; the operation may be repeated. */
  readonly covering: (set: 'flood' | 'skewed') => Promise<() => Promise<unknown>>;
  /** Gets ready to have 16 MiB of data arrive at the workers, and to hear so. */
  readonly carrying: () => Promise<() => Promise<unknown>>;
  readonly close: () => Promise<unknown>;
}

/** A kind of contender. */
export interface Entrant {
  readonly id: string;
  readonly title: string;
  /** Whether it is one of our executors. */
  readonly own: boolean;
  readonly kind: 'threads' | 'processes';
  /** Present where whoever waits keeps its core busy, so that it must have one for itself. */
  readonly spins?: true;
  /** What it needs beside Node, loaded before any clock runs. Gives what starts it. */
  readonly load: () => Promise<(workers: number) => Promise<Contender>>;
}
