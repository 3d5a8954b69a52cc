import { existsSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { CrossoverError } from '@crossover/model';
import { parseWire } from './damage.ts';
import { notWritable } from './not-writable.ts';
import { openLog } from './record-log.ts';
import { flushNames, HEAD_FILE, PLAN_FILE, RECORDS_FILE, writeWhole } from './run-files.ts';
import { readRun } from './stored-run.ts';
import { headWire, planWire, recordWire, RUN_SCHEMA } from './wire.ts';
import { lockRun } from './writer-lock.ts';
import type { StoredRun } from './stored-run.ts';
import type { WriterLock } from './writer-lock.ts';
import type { Plan, RunHead, RunRecord } from '@crossover/model';

/** A run that is being written. Nobody else can write it meanwhile. */
export interface RunWriter {
  readonly directory: string;
  /**
   * Adds a record; it is on the disk when this returns.
   * @throws CrossoverError `not-writable`, which says what is kept. The writer is closed then.
   */
  readonly append: (record: RunRecord) => void;
  /** Safe to call twice. */
  readonly close: () => void;
}

/**
 * Starts a run in a folder, which is created where it is missing.
 * @param records what is known of it already: those of the runs that it is merged from
 * @throws CrossoverError `usage` when the folder holds a run already; `not-writable` when it cannot be written.
 */
export function createRun(
  directory: string,
  head: RunHead,
  plan: Plan,
  records: readonly RunRecord[] = [],
): RunWriter {
  const text = textsOf(directory, head, plan, records);
  try {
    refuseOccupied(directory);
    mkdirSync(directory, { recursive: true });
    const lock = lockRun(directory);
    try {
      refuseOccupied(directory);
      writeFiles(directory, text);
      return writerOf(directory, records.length, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    if (error instanceof Error && 'failure' in error) throw error;
    throw notWritable(directory, error, 'nothing has been measured yet');
  }
}

/** Contents of the files, in the order in which they are written. */
type Texts = readonly (readonly [file: string, text: string])[];

/** The head comes last: what has a head is complete. */
function textsOf(directory: string, head: RunHead, plan: Plan, records: readonly RunRecord[]): Texts {
  parseWire(headWire, head, HEAD_FILE, join(directory, HEAD_FILE));
  parseWire(planWire, plan, PLAN_FILE, join(directory, PLAN_FILE));
  for (const record of records) parseWire(recordWire, record, RECORDS_FILE, join(directory, RECORDS_FILE));
  return [
    [RECORDS_FILE, records.map((record) => `${JSON.stringify(record)}\n`).join('')],
    [PLAN_FILE, `${JSON.stringify(plan, undefined, 2)}\n`],
    [HEAD_FILE, `${JSON.stringify(head, undefined, 2)}\n`],
  ];
}

/** All of them or none. */
function writeFiles(directory: string, texts: Texts): void {
  try {
    for (const [file, text] of texts) writeWhole(join(directory, file), text);
    flushNames(directory);
  } catch (error) {
    for (const [file] of texts) rmSync(join(directory, file), { force: true });
    throw error;
  }
}

/**
 * Opens a run to go on with it. A torn last line is cut off first.
 * @throws CrossoverError as `openRun` does; `usage` when another process is writing it, when an older version began it;
 * `not-writable` when the folder cannot be written.
 */
export function resumeRun(directory: string): { readonly run: StoredRun; readonly writer: RunWriter } {
  // Nothing is laid down in a folder that is no run.
  refuseFixed(readRun(directory).run);
  const path = join(directory, RECORDS_FILE);
  const lock = writable(path, () => lockRun(directory));
  try {
    // Read only now: whoever wrote it may have gone on until a moment ago.
    const { run, parsed } = readRun(directory);
    return writable(path, () => {
      if (parsed.tornLine !== undefined) truncateSync(path, parsed.intactBytes);
      return { run, writer: writerOf(directory, run.records.length, lock) };
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** @throws CrossoverError `not-writable` where the file system refuses. */
function writable<Value>(path: string, write: () => Value): Value {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error && 'failure' in error) throw error;
    throw notWritable(path, error, 'what was measured is kept');
  }
}

function writerOf(directory: string, known: number, lock: WriterLock): RunWriter {
  const log = openLog(join(directory, RECORDS_FILE), known);
  const close = (): void => {
    log.close();
    lock.release();
  };
  return { directory, append: log.append, close };
}

/** Its files say one format; records of another must not follow. Nor is there a plan by which a merged run went on. */
function refuseFixed({ directory, format, head }: StoredRun): void {
  if (head.mergedFrom !== undefined) {
    throw new CrossoverError({
      code: 'usage',
      message: `the run was merged from ${head.mergedFrom.length} others, and cannot go on`,
      where: directory,
      hint: 'measure another run, and merge it too',
    });
  }
  if (format === RUN_SCHEMA) return;
  throw new CrossoverError({
    code: 'usage',
    message: `the run was begun in the format ${String(format)}; this version writes ${RUN_SCHEMA}`,
    where: directory,
    hint: 'go on with it with the version that began it, or start a new run',
  });
}

function refuseOccupied(directory: string): void {
  const found = [HEAD_FILE, PLAN_FILE, RECORDS_FILE].find((file) => existsSync(join(directory, file)));
  if (found === undefined) return;
  throw new CrossoverError({
    code: 'usage',
    message: `${directory} holds a run already`,
    where: join(directory, found),
    hint:
      found === HEAD_FILE
        ? `go on with it with --resume ${directory}, or choose another folder with --out`
        : 'it lacks its head, so that nothing was measured yet; remove it, or choose another folder with --out',
  });
}
