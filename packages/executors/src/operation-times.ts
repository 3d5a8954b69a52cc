import { nanoseconds } from '@crossover/model';
import type { Nanoseconds, OperationTimes } from '@crossover/model';
import type { Busy } from './phase-clock.ts';
import type { Messaging } from './message-clock.ts';

/** From when to when an operation lasted, by the machine's clock in nanoseconds. */
export interface Lapse {
  readonly start: number;
  readonly end: number;
}

/** Where inputs are placed by sending them, and how the phase is called that this is. */
export interface Moving extends Messaging {
  readonly sentIn: 'place' | 'transport';
}

/**
 * Divides the wall time of an operation into phases, and the workers' time into passes. It begins where the inputs lie
 * in the arena: before that goes only `encode`, of which nothing is known here.
 *
 * From the start until the first worker begins it is dispatched; from when the last one ends it is collected. In
 * between every worker computes, copies, is at a file or is idle, and the phases are means over the workers. Messages that go on while
 * the workers compute cost no wall time: only what their idle time leaves room for lies on the critical path, and what
 * the parent did with the first ones and the last one, when no worker was at work.
 *
 * Workers and parent read the same clock, but each for itself: the phases add up to the wall time as far as no reading
 * is wrong, and none is made to fit.
 * It is called between operations of a sample, and so belongs to what is timed: hence loops, and no closures, which V8 would
 * have to compile and to collect.
 * @param shares of every worker
 */
export function operationTimes(
  { start, end }: Lapse,
  shares: readonly Busy[],
  moving?: Moving,
): OperationTimes {
  const work = workOf({ start, end }, shares);
  const dispatch = Math.max(0, work.began - start);
  const collect = Math.max(0, end - work.ended);
  const { before, place, transport, after } =
    moving === undefined ? AT_REST : moved(moving, { start, end: work.began }, work.idle, collect);
  return {
    encode: NONE,
    place: nanoseconds(place),
    dispatch: nanoseconds(dispatch - before),
    compute: nanoseconds(work.compute),
    marshal: nanoseconds(work.marshal),
    transport: nanoseconds(transport + work.transport),
    wait: nanoseconds(Math.max(0, work.idle - (place + transport - before - after))),
    collect: nanoseconds(collect - after),
    passes: work.passes,
  };
}

const NONE = nanoseconds(0);

/** What all workers did: from when to when one of them worked, and means over them. */
interface Work {
  readonly began: number;
  readonly ended: number;
  readonly compute: number;
  readonly marshal: number;
  readonly transport: number;
  readonly idle: number;
  readonly passes: readonly Nanoseconds[];
}

function workOf({ start, end }: Lapse, shares: readonly Busy[]): Work {
  let [began, ended] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let passCount = 0;
  for (const share of shares) {
    began = Math.min(began, share.began);
    ended = Math.max(ended, share.ended);
    passCount = Math.max(passCount, share.passes.length);
  }
  // Where nobody has anything to do, all is waiting.
  if (began === Number.POSITIVE_INFINITY) [began, ended] = [start, end];
  let [compute, marshal, transport, idle] = [0, 0, 0, 0];
  for (const share of shares) {
    compute += share.compute;
    marshal += share.marshal;
    transport += share.transport ?? 0;
    idle += idleIn(share, began, ended);
  }
  const count = shares.length;
  const passes: Nanoseconds[] = [];
  for (let pass = 0; pass < passCount; pass++) {
    let spent = 0;
    for (const share of shares) spent += share.passes[pass] ?? 0;
    passes.push(nanoseconds(spent / count));
  }
  return {
    began,
    ended,
    compute: compute / count,
    marshal: marshal / count,
    transport: transport / count,
    idle: idle / count,
    passes,
  };
}

const AT_REST = { before: 0, place: 0, transport: 0, after: 0 };

/** Of what was spent on messages, what lies on the critical path: in all, before the first worker began, after the last. */
function moved(
  { active, sent, firstSends, lastAnswer, sentIn }: Moving,
  dispatch: Lapse,
  idle: number,
  collect: number,
): typeof AT_REST {
  const before = firstSends.reduce((sum, send) => sum + overlap(send, dispatch), 0);
  const after = Math.min(collect, lastAnswer);
  const between = Math.max(0, active - before - after);
  const sentBetween = Math.min(between, sent - before);
  const visible = between === 0 ? 0 : Math.min(1, idle / between);
  const sending = before + visible * sentBetween;
  const receiving = after + visible * (between - sentBetween);
  return sentIn === 'place'
    ? { before, place: sending, transport: receiving, after }
    : { before, place: 0, transport: sending + receiving, after };
}

function overlap(one: Lapse, other: Lapse): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

/** How long a worker had nothing to do while one of them worked: before it began, in between, and after it ended. */
function idleIn(share: Busy, began: number, ended: number): number {
  if (share.began === Number.POSITIVE_INFINITY) return ended - began;
  return Math.max(0, share.began - began) + share.idle + Math.max(0, ended - share.ended);
}
