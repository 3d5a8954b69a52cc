import { existsSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { CrossoverError } from '@crossover/model';
import { parseWire } from './damage.ts';
import { notWritable } from './not-writable.ts';
import { openLog } from './record-log.ts';
import { HEAD_FILE, PLAN_FILE, RECORDS_FILE, writeWhole } from './run-files.ts';
import { readRun } from './stored-run.ts';
import { headWire, planWire, RUN_SCHEMA } from './wire.ts';
import type { StoredRun } from './stored-run.ts';
import type { Plan, RunHead, RunRecord } from '@crossover/model';

/** A run that is being measured. */
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
 * @throws CrossoverError `usage` when the folder holds a run already; `not-writable` when it cannot be written.
 */
export function createRun(directory: string, head: RunHead, plan: Plan): RunWriter {
  const headPath = join(directory, HEAD_FILE);
  const planPath = join(directory, PLAN_FILE);
  parseWire(headWire, head, HEAD_FILE, headPath);
  parseWire(planWire, plan, PLAN_FILE, planPath);
  if (existsSync(headPath) || existsSync(planPath)) throw occupied(directory);
  try {
    mkdirSync(directory, { recursive: true });
    // Whoever creates the log owns the folder, and the head comes last: what has a head is complete.
    const log = openLog(join(directory, RECORDS_FILE), 'ax', 0);
    try {
      writeWhole(planPath, `${JSON.stringify(plan, undefined, 2)}\n`);
      writeWhole(headPath, `${JSON.stringify(head, undefined, 2)}\n`);
    } catch (error) {
      log.close();
      for (const file of [RECORDS_FILE, PLAN_FILE]) rmSync(join(directory, file), { force: true });
      throw error;
    }
    return { directory, ...log };
  } catch (error) {
    if (existsSync(join(directory, RECORDS_FILE)) && isExists(error)) throw occupied(directory);
    throw notWritable(directory, error, 'nothing has been measured yet');
  }
}

/**
 * Opens a run to go on with it. A torn last line is cut off first.
 * @throws CrossoverError as `openRun` does; `usage` when an older version began it; `not-writable` when the folder
 * cannot be written.
 */
export function resumeRun(directory: string): { readonly run: StoredRun; readonly writer: RunWriter } {
  const { run, parsed } = readRun(directory);
  refuseOlder(run);
  const path = join(directory, RECORDS_FILE);
  try {
    if (parsed.tornLine !== undefined) truncateSync(path, parsed.intactBytes);
    return { run, writer: { directory, ...openLog(path, 'a', run.records.length) } };
  } catch (error) {
    throw notWritable(path, error, `its ${run.records.length} records are kept`);
  }
}

/** Its files say one format; records of another must not follow. */
function refuseOlder({ directory, format }: StoredRun): void {
  if (format === RUN_SCHEMA) return;
  throw new CrossoverError({
    code: 'usage',
    message: `the run was begun in the format ${String(format)}; this version writes ${RUN_SCHEMA}`,
    where: directory,
    hint: 'go on with it with the version that began it, or start a new run',
  });
}

function occupied(directory: string): CrossoverError {
  return new CrossoverError({
    code: 'usage',
    message: `${directory} holds a run already`,
    where: directory,
    hint: `go on with it with --resume ${directory}, or choose another folder with --out`,
  });
}

function isExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
