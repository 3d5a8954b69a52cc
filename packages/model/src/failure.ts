import type { Thrown } from './thrown.ts';

/** What can go wrong, as stable names: they cross threads and processes, where classes are lost. */
export type FailureCode =
  | 'wrong-digest'
  | 'kernel-threw'
  | 'lane-unavailable'
  | 'mode-unavailable'
  | 'worker-ended'
  | 'process-ended'
  | 'time-limit'
  | 'trial-ended'
  | 'interrupted'
  | 'usage'
  | 'run-damaged'
  | 'schema-too-new'
  | 'not-writable'
  | 'internal';

/** A failure as plain data. A failed cell is such a value in the run, not an exception. */
export interface Failure {
  readonly code: FailureCode;
  /** What happened, in one sentence. */
  readonly message: string;
  /** Where: cell, worker, file, field. */
  readonly where?: string;
  /** What to do next. */
  readonly hint?: string;
  /** Expected and actual digest, where the code is `wrong-digest`. */
  readonly digests?: { readonly expected: string; readonly actual: string };
  /** What a kernel threw, or what ended a worker thread. */
  readonly thrown?: Thrown;
}

/** An error that carries a failure. Recognised by its `failure`, never by its class. */
export class CrossoverError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure.message, cause === undefined ? undefined : { cause });
    this.name = 'CrossoverError';
    this.failure = failure;
  }
}

/** The failure that an error carries, or one that wraps it with the given code. */
export function failureOf(error: unknown, code: FailureCode = 'internal'): Failure {
  if (error instanceof Error && 'failure' in error && isFailure(error.failure)) return error.failure;
  return { code, message: error instanceof Error ? error.message : String(error) };
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}
