import { performance } from 'node:perf_hooks';
import { nanoseconds } from '@crossover/model';
import type { OperationTimes } from '@crossover/model';

/** Reading of this thread's monotonic clock, in nanoseconds. Only differences mean anything. */
export function now(): number {
  return performance.now() * 1e6;
}

/** What a worker spent on its share of an operation, in nanoseconds. Grows while it works. */
export interface Busy {
  compute: number;
  marshal: number;
  /** Both together, of each pass that it has had a share in, and of those before. */
  readonly passes: number[];
}

export function notYetBusy(): Busy {
  return { compute: 0, marshal: 0, passes: [] };
}

/** Adds to what a worker has spent on a pass. */
export function spend(busy: Busy, pass: number, compute: number, marshal: number): void {
  busy.compute += compute;
  busy.marshal += marshal;
  while (busy.passes.length <= pass) busy.passes.push(0);
  busy.passes[pass]! += compute + marshal;
}

/**
 * Divides the wall time of an operation into phases, and the workers' time into passes. It begins where the inputs lie
 * in the arena: before that goes only `encode`, of which nothing is known here.
 * Copies that go on while the workers compute cost no wall time: of `transport`, only what the workers' own
 * time leaves room for lies on the critical path.
 * @param wall in nanoseconds
 * @param busy of every worker
 * @param transport time that the parent was busy with messages, in nanoseconds
 */
export function phasesOf(wall: number, busy: readonly Busy[], transport = 0): OperationTimes {
  const compute = Math.min(wall, mean(busy.map((share) => share.compute)));
  const marshal = Math.min(wall - compute, mean(busy.map((share) => share.marshal)));
  const visible = Math.min(wall - compute - marshal, transport);
  const passes = busy.reduce((most, share) => Math.max(most, share.passes.length), 0);
  return {
    encode: nanoseconds(0),
    compute: nanoseconds(compute),
    marshal: nanoseconds(marshal),
    transport: nanoseconds(visible),
    wait: nanoseconds(wall - compute - marshal - visible),
    passes: Array.from({ length: passes }, (_, pass) =>
      nanoseconds(mean(busy.map((share) => share.passes[pass] ?? 0))),
    ),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
