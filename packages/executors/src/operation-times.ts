import { nanoseconds } from '@crossover/model';
import type { OperationTimes } from '@crossover/model';
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
 * @param shares of every worker
 */
export function operationTimes(
  { start, end }: Lapse,
  shares: readonly Busy[],
  moving?: Moving,
): OperationTimes {
  const [began, ended] = atWork({ start, end }, shares);
  const idle = mean(shares.map((share) => idleIn(share, { start: began, end: ended })));
  const [dispatch, collect] = [Math.max(0, began - start), Math.max(0, end - ended)];
  const { before, place, transport, after } =
    moving === undefined ? AT_REST : moved(moving, { start, end: began }, idle, collect);
  const passes = shares.reduce((most, share) => Math.max(most, share.passes.length), 0);
  return {
    encode: nanoseconds(0),
    place: nanoseconds(place),
    dispatch: nanoseconds(dispatch - before),
    compute: nanoseconds(mean(shares.map((share) => share.compute))),
    marshal: nanoseconds(mean(shares.map((share) => share.marshal))),
    transport: nanoseconds(transport + mean(shares.map((share) => share.transport ?? 0))),
    wait: nanoseconds(Math.max(0, idle - (place + transport - before - after))),
    collect: nanoseconds(collect - after),
    passes: Array.from({ length: passes }, (_, pass) =>
      nanoseconds(mean(shares.map((share) => share.passes[pass] ?? 0))),
    ),
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

/** From when the first worker begins until the last one ends. Where nobody has anything to do, all is waiting. */
function atWork({ start, end }: Lapse, shares: readonly Busy[]): readonly [began: number, ended: number] {
  let [began, ended] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const share of shares) {
    began = Math.min(began, share.began);
    ended = Math.max(ended, share.ended);
  }
  return began === Number.POSITIVE_INFINITY ? [start, end] : [began, ended];
}

/** How long a worker had nothing to do while one of them worked: before it began, in between, and after it ended. */
function idleIn({ began, ended, idle }: Busy, { start, end }: Lapse): number {
  if (began === Number.POSITIVE_INFINITY) return end - start;
  return Math.max(0, began - start) + idle + Math.max(0, end - ended);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
