import { CrossoverError, fingerprintDifferences } from '@crossover/model';
import { mergePlans, nameOfKernel } from './merged-plan.ts';
import { RUN_SCHEMA } from './wire.ts';
import type { NamedRun } from './merged-plan.ts';
import type { MeasuredRun } from './stored-run.ts';
import type { MergedPart, Plan, RunHead, RunRecord } from '@crossover/model';

export interface MergeOptions {
  /** How the merge was asked for. */
  readonly command: string;
  /** Whether runs of different machines, toolchains or sources are merged too; the result says so. */
  readonly force?: boolean;
}

/**
 * Joins runs into one, as if one after the other had been measured in it. No record is changed but for its block's
 * number: blocks stay whole, never mix two runs, and are counted on through all of them.
 * @throws CrossoverError `usage` when there are not two runs; when what they measured, or how, does not agree; when a
 * trial is in two of them; and, unless forced, when their machines, toolchains or sources differ.
 */
export function mergeRuns(runs: readonly NamedRun[], { command, force = false }: MergeOptions): MeasuredRun {
  const [first, ...others] = runs;
  if (first === undefined || others.length === 0) {
    throw refusal('one run is nothing to merge', 'give the folders of two or more runs');
  }
  const plan = mergePlans(first, others);
  refuseRepeated(runs);
  const mixed = [...new Set(others.flatMap((other) => differencesOf(first, other)))];
  for (const { head } of runs) mixed.push(...(head.mixed ?? []).filter((text) => !mixed.includes(text)));
  if (mixed.length > 0 && !force) {
    throw refusal(
      'the runs are of different machines, toolchains or sources, and figures of these do not mix',
      'merge runs of one machine and one program; --force merges them all the same, and no verdict will be given',
      mixed.join('; '),
    );
  }
  return { head: mergeHeads(first, runs, { command, mixed }), plan, records: renumbered(runs, plan) };
}

function mergeHeads(
  first: NamedRun,
  runs: readonly NamedRun[],
  { command, mixed }: { readonly command: string; readonly mixed: readonly string[] },
): RunHead {
  const { fingerprint, commit, sources } = first.head;
  const heads = runs.map(({ head }) => head);
  const oneCommit = heads.every((head) => commitText(head) === commitText(first.head));
  const oneProgram = heads.every((head) => head.sources === sources);
  return {
    schema: RUN_SCHEMA,
    createdAt: heads.map(({ createdAt }) => createdAt).toSorted()[0] ?? first.head.createdAt,
    fingerprint,
    ...(commit && oneCommit && { commit }),
    ...(sources !== undefined && oneProgram && { sources }),
    command,
    mergedFrom: runs.flatMap(partsOf),
    ...(mixed.length > 0 && { mixed }),
  };
}

/** A run that was merged before stands for the runs that it came from. */
function partsOf({ name, head, plan }: NamedRun): readonly MergedPart[] {
  const { createdAt, fingerprint, commit, sources, command, mergedFrom } = head;
  if (mergedFrom !== undefined) return mergedFrom;
  const told = { ...(commit && { commit }), ...(sources !== undefined && { sources }) };
  return [{ name, createdAt, fingerprint: fingerprint.id, ...told, command, seed: plan.settings.seed }];
}

/** In what the figures of two runs differ beforehand. Where the sources are not told, commits have to stand for them. */
function differencesOf({ head: a }: NamedRun, { head: b }: NamedRun): readonly string[] {
  const told = a.sources !== undefined || b.sources !== undefined;
  const [name, ...values] = told
    ? ['sources', a.sources ?? 'not told', b.sources ?? 'not told']
    : ['commit', commitText(a), commitText(b)];
  const program = values[0] === values[1] ? [] : [`${name}: ${values.join(', ')}`];
  return [...fingerprintDifferences(a.fingerprint, b.fingerprint), ...program];
}

function commitText({ commit }: RunHead): string {
  return commit === undefined ? 'not told' : `${commit.id}${commit.dirty ? ' with changes' : ''}`;
}

/** A trial counts once: the same run twice would look like twice as many blocks. */
function refuseRepeated(runs: readonly NamedRun[]): void {
  const owners = new Map<string, string>();
  for (const [index, { name, records }] of runs.entries()) {
    for (const record of records) {
      if (record.kind !== 'trial' || record.status !== 'ok') continue;
      const { cell, twin, startedAt, samplesNs, cpuNs } = record;
      const trial = JSON.stringify([cell, twin, startedAt, samplesNs, cpuNs]);
      const owner = owners.get(trial) ?? `${index}`;
      if (owner !== `${index}`) {
        const where = `${cell}, started at ${startedAt}, in ${runs[Number(owner)]?.name} and ${name}`;
        throw refusal('a trial is in two of the runs', 'leave one of these out: a trial counts once', where);
      }
      owners.set(trial, owner);
    }
  }
}

/** The records, run by run, the blocks of each kernel numbered in the order in which they come. */
function renumbered(runs: readonly NamedRun[], { kernels }: Plan): readonly RunRecord[] {
  const kernelOf = new Map(
    kernels.flatMap((kernel) => kernel.cells.map(({ id }) => [id, nameOfKernel(kernel)] as const)),
  );
  const numbers = new Map<string, Map<string, number>>();
  return runs.flatMap(({ records }, run) =>
    records.map((record): RunRecord => {
      if (record.kind === 'calibration' || record.kind === 'floor' || record.kind === 'peaks') return record;
      const kernel = record.kind === 'block' ? nameOfKernel(record) : (kernelOf.get(record.cell) ?? '');
      const given = numbers.get(kernel) ?? new Map<string, number>();
      numbers.set(kernel, given);
      const number = (block: number): number => {
        const key = `${run}/${block}`;
        const known = given.get(key) ?? given.size;
        given.set(key, known);
        return known;
      };
      if (record.kind === 'trial' || record.replaces === undefined) {
        return { ...record, block: number(record.block) };
      }
      return { ...record, replaces: number(record.replaces), block: number(record.block) };
    }),
  );
}

function refusal(message: string, hint: string, where?: string): CrossoverError {
  return new CrossoverError({ code: 'usage', message, ...(where !== undefined && { where }), hint });
}
