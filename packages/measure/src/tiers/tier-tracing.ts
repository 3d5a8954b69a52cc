import { join } from 'node:path';
import { CrossoverError } from '@crossover/model';
import { execa } from 'execa';
import { tierOutcomes } from './tier-trace.ts';
import type { TierOutcome } from './tier-trace.ts';
import type { TierRequest, TierSubject } from './tier-protocol.ts';

const HOST = join(import.meta.dirname, 'tier-host.js');

/** V8's natives tell the tiers, its traces what it gives up: in this one process, and never in one that measures. */
const V8_FLAGS = ['--allow-natives-syntax', '--trace-deopt'];

/** Longest time for one subject, in milliseconds: making its input, operations of any length. */
const LIMIT_MS = 90_000;

export interface TierTracingOptions {
  readonly signal: AbortSignal;
  /** Longest time for all subjects together, in milliseconds; a minute and a half for each if absent. */
  readonly timeLimitMs?: number;
}

/**
 * Runs each subject by itself, one after the other in one fresh process, and watches V8 compile it.
 * @returns what became of each, in their order; fewer where the process ended before it was done
 * @throws CrossoverError `interrupted` when the signal was given, `trial-ended` when the process did nothing at all.
 */
export async function traceTiers(
  subjects: readonly TierSubject[],
  { signal, timeLimitMs = LIMIT_MS * subjects.length }: TierTracingOptions,
): Promise<readonly TierOutcome[]> {
  const request: TierRequest = { subjects };
  const host = await execa(process.execPath, [...V8_FLAGS, HOST, JSON.stringify(request)], {
    stdin: 'ignore',
    lines: true,
    cancelSignal: signal,
    timeout: timeLimitMs,
    forceKillAfterDelay: 1_000,
    // What it found until then counts, and the error would repeat all that V8 traced.
    reject: false,
  });
  if (host.isCanceled || signal.aborted) {
    throw new CrossoverError({ code: 'interrupted', message: 'interrupted' });
  }
  const outcomes = tierOutcomes(host.stdout, subjects);
  if (outcomes.length > 0 || subjects.length === 0) return outcomes;
  const limit = `no answer within ${Math.round(timeLimitMs / 1000)} s; the process was ended`;
  const how = host.timedOut ? limit : `the process ended before it was done: ${host.stderr.at(-1) ?? ''}`;
  throw new CrossoverError({ code: host.timedOut ? 'time-limit' : 'trial-ended', message: how });
}
