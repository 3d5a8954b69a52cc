import { performance } from 'node:perf_hooks';
import type { OperationTimes } from '@crossover/model';

/** How often the two clocks are read beside each other: the closest pair counts. */
const READINGS = 50;

/** The machine's clock at the zero of this process's, in nanoseconds. */
const ORIGIN = originOfClock();

/**
 * Reading of the machine's monotonic clock, in nanoseconds: to within some tens of nanoseconds the same in all threads
 * and processes.
 */
export function now(): number {
  return ORIGIN + performance.now() * 1e6;
}

/** `hrtime` reads the machine's clock, but takes longer than `performance.now`, which counts from a zero of its own. */
function originOfClock(): number {
  let closest = Number.POSITIVE_INFINITY;
  let origin = 0;
  for (let reading = 0; reading < READINGS; reading++) {
    const before = process.hrtime.bigint();
    const own = performance.now() * 1e6;
    const after = process.hrtime.bigint();
    const apart = Number(after - before);
    if (apart < closest) {
      closest = apart;
      origin = Number(before) + apart / 2 - own;
    }
  }
  return origin;
}

/**
 * What a worker did during an operation, in nanoseconds, without a gap: each duration goes from one reading of the clock
 * to the next, so that together they make up the time between `began` and `ended`. Grows while it works.
 */
export interface Busy {
  /** When it set to work; infinite as long as it has not. */
  began: number;
  /** The last reading of the clock. */
  ended: number;
  compute: number;
  marshal: number;
  /** Waiting for the others, or for something to do. */
  idle: number;
  /** Fetching from a file what a chunk reads, and putting there what it wrote; absent where nothing lies in one. */
  transport?: number;
  /** Computing and copying together, of each pass that it has had a share in, and of those before. */
  readonly passes: number[];
}

export function notYetBusy(): Busy {
  const [began, ended] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return { began, ended, compute: 0, marshal: 0, idle: 0, passes: [] };
}

/** The worker sets to work. */
export function begin(busy: Busy): void {
  busy.began = now();
  busy.ended = busy.began;
}

/** Since the last reading the worker has computed. */
export function computed(busy: Busy, pass: number): void {
  const spent = sinceLast(busy);
  busy.compute += spent;
  spendOn(busy, pass, spent);
}

/** Since the last reading the worker has copied. */
export function marshalled(busy: Busy, pass: number): void {
  const spent = sinceLast(busy);
  busy.marshal += spent;
  spendOn(busy, pass, spent);
}

/** Since the last reading the worker has waited. */
export function idled(busy: Busy): void {
  busy.idle += sinceLast(busy);
}

/** Adds a worker's share of a pass to what it has done before. In between it had nothing to do. */
export function join(busy: Busy, pass: number, share: Busy): void {
  if (busy.began === Number.POSITIVE_INFINITY) busy.began = share.began;
  else busy.idle += Math.max(0, share.began - busy.ended);
  busy.ended = Math.max(busy.ended, share.ended);
  busy.compute += share.compute;
  busy.marshal += share.marshal;
  busy.idle += share.idle;
  if (share.transport !== undefined) busy.transport = (busy.transport ?? 0) + share.transport;
  spendOn(busy, pass, share.compute + share.marshal);
}

/** What a worker did that spent so much on a file before it began, and since it ended, in nanoseconds. */
export function carried(busy: Busy, before: number, after: number): Busy {
  const [began, ended] = [busy.began - before, busy.ended + after];
  return { ...busy, began, ended, transport: before + after };
}

/** What a worker did that runs operations itself, by workers of its own. */
export async function busyWith(operate: () => Promise<OperationTimes>): Promise<Busy> {
  const busy = notYetBusy();
  begin(busy);
  const { compute, marshal } = await operate();
  const idle = sinceLast(busy) - compute - marshal;
  return { ...busy, compute, marshal, idle: Math.max(0, idle) };
}

function sinceLast(busy: Busy): number {
  const at = now();
  const spent = at - busy.ended;
  busy.ended = at;
  return spent;
}

function spendOn({ passes }: Busy, pass: number, spent: number): void {
  while (passes.length <= pass) passes.push(0);
  passes[pass]! += spent;
}
