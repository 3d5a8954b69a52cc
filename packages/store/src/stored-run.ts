import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CrossoverError } from '@crossover/model';
import { damaged, parseWire } from './damage.ts';
import { parseRecords } from './records.ts';
import { migrate, schemaOf } from './migration.ts';
import { HEAD_FILE, PLAN_FILE, RECORDS_FILE } from './run-files.ts';
import { headWire, planWire, RUN_SCHEMA } from './wire.ts';
import type { ParsedRecords } from './records.ts';
import type { Plan, RunHead, RunRecord } from '@crossover/model';

/** What was measured: all that an analysis needs. */
export interface MeasuredRun {
  readonly head: RunHead;
  readonly plan: Plan;
  readonly records: readonly RunRecord[];
}

/** A run that was read from a folder. */
export interface StoredRun extends MeasuredRun {
  readonly directory: string;
  /** The format that it was written in. */
  readonly format: unknown;
  /** What the reader of the run should know: that its last line was torn, for example. */
  readonly notes: readonly string[];
}

/**
 * Reads a run. Changes nothing, so it may be used while the run is being written.
 * @throws CrossoverError `usage` when there is no run; `schema-too-new` when a later version wrote it;
 * `run-damaged`, with file, line and field, when a file is not what was written.
 */
export function openRun(directory: string): StoredRun {
  return readRun(directory).run;
}

/** As `openRun`, and how far the records are intact. */
export function readRun(directory: string): { readonly run: StoredRun; readonly parsed: ParsedRecords } {
  const headPath = join(directory, HEAD_FILE);
  const planPath = join(directory, PLAN_FILE);
  const written = readJson(headPath, HEAD_FILE, () => noRun(directory));
  refuseNewer(written, headPath);
  const raw = migrate({ head: written, plan: readJson(planPath, PLAN_FILE) });
  const head = parseWire(headWire, raw.head, HEAD_FILE, headPath);
  const plan = parseWire(planWire, raw.plan, PLAN_FILE, planPath);
  const recordsPath = join(directory, RECORDS_FILE);
  const parsed = parseRecords(readBytes(recordsPath, RECORDS_FILE), recordsPath);
  checkCells(plan, parsed.records, recordsPath);
  const notes =
    parsed.tornLine === undefined
      ? []
      : [`${RECORDS_FILE}:${parsed.tornLine} was cut off while it was written; that record is left out`];
  return {
    run: { directory, format: schemaOf(written), head, plan, records: parsed.records, notes },
    parsed,
  };
}

function refuseNewer(head: unknown, path: string): void {
  const schema = schemaOf(head);
  if (!(versionOf(schema) > versionOf(RUN_SCHEMA))) return;
  throw new CrossoverError({
    code: 'schema-too-new',
    message: `the run is of the format ${String(schema)}; this version reads ${RUN_SCHEMA} and older ones`,
    where: path,
    hint: 'use the version of Crossover that wrote it, or a later one',
  });
}

/** The number in `crossover.run/1`; NaN for anything else. */
function versionOf(schema: unknown): number {
  return Number(/^crossover\.run\/(\d+)$/.exec(String(schema))?.[1]);
}

function noRun(directory: string): CrossoverError {
  return new CrossoverError({
    code: 'usage',
    message: `there is no run in ${directory}`,
    where: join(directory, HEAD_FILE),
    hint: 'give a folder that `run` has written, such as results/<time>-<fingerprint>',
  });
}

/** Every record but floors and peaks, which are of no cell alone, belongs to a cell of the plan, or to a kernel. */
function checkCells({ kernels }: Plan, records: readonly RunRecord[], path: string): void {
  const cells = new Set(kernels.flatMap((kernel) => kernel.cells.map((cell) => cell.id)));
  const workloads = new Set(kernels.map(({ kernel, workload }) => `${kernel}/${workload}`));
  for (const [index, record] of records.entries()) {
    if (record.kind === 'floor' || record.kind === 'peaks') continue;
    const [field, value, known] =
      record.kind === 'block'
        ? (['kernel', `${record.kernel}/${record.workload}`, workloads] as const)
        : (['cell', record.cell, cells] as const);
    if (known.has(value)) continue;
    throw damaged(
      `${RECORDS_FILE}:${index + 1} ${field}: ${JSON.stringify(value)} is not in ${PLAN_FILE}`,
      path,
    );
  }
}

function readJson(path: string, file: string, missing?: () => CrossoverError): unknown {
  const text = readBytes(path, file, missing).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw damaged(`${file} is not JSON: ${problem}`, path);
  }
}

function readBytes(path: string, file: string, missing = () => damaged(`${file} is missing`, path)): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw missing();
    const problem = error instanceof Error ? error.message : String(error);
    throw new CrossoverError(
      { code: 'usage', message: `cannot read the run: ${problem}`, where: path },
      error,
    );
  }
}
