import { failureOf } from '@crossover/model';
import { askHost } from './host/host-process.ts';
import { UNKNOWN_LIMIT_MS, UNKNOWN_OPERATION_LIMIT_MS } from './time-limit.ts';
import type { HostCell, HostWork } from './host/host-protocol.ts';
import type { Failure, Tuning } from '@crossover/model';

/** What became of one cell that was run once. */
export type Check =
  | { readonly status: 'ok'; readonly digest: string }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface VerifyOptions {
  readonly signal: AbortSignal;
  /** Where to keep the output regions' bytes of the first cell. */
  readonly outputFile?: string;
  readonly tuning?: Tuning;
}

/**
 * Runs every cell once and compares its digest. Cells share a process; when one of them ends it,
 * that one has failed, and the rest goes on in a new process.
 * @throws CrossoverError `interrupted` when the signal was given.
 */
export async function verify(
  work: HostWork,
  cells: readonly HostCell[],
  options: VerifyOptions,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  while (checks.length < cells.length) {
    const done = checks.length;
    const { tuning = {}, outputFile } = options;
    const operationLimitMs = UNKNOWN_OPERATION_LIMIT_MS;
    const request = { kind: 'verify', work, cells: cells.slice(done), tuning, operationLimitMs } as const;
    const keep = done === 0 && outputFile !== undefined ? { outputFile } : {};
    try {
      await askHost(
        { ...request, ...keep },
        {
          signal: options.signal,
          timeLimitMs: UNKNOWN_LIMIT_MS,
          onReply: (reply) => {
            if (reply.kind === 'checked') checks.push({ status: 'ok', digest: reply.digest });
            if (reply.kind === 'failed') checks.push({ status: 'failed', failure: reply.failure });
          },
        },
      );
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'interrupted') throw error;
      checks.push({ status: 'failed', failure });
    }
  }
  return checks.slice(0, cells.length);
}
