import { randomInt } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fingerprint } from '@crossover/environment';
import { CrossoverError, fingerprintDifferences } from '@crossover/model';
import { planKernel, settingsOf } from '@crossover/measure';
import { createRun, resumeRun, RUN_SCHEMA, runName } from '@crossover/store';
import { checkout } from './checkout.ts';
import { commandLine, INVOCATION } from './invocation.ts';
import { chosenKernels, measuredCells } from './lane-choice.ts';
import { tuningIn, workersForCores } from './selection.ts';
import { workloadsOf } from './workload-flags.ts';
import type { Plan, PlannedKernel, RunHead, RunRecord } from '@crossover/model';
import type { RunWriter } from '@crossover/store';
import type { RunFlags } from './verbs/run.ts';

/** What a bare `bench` may take, in nanoseconds: however many kernels there are, the answer is soon there. */
const BARE_BUDGET_NS = 390e9;

/** Order seeds are drawn below this. */
const SEED_BOUND = 2 ** 31;

/** A run that is being measured. */
export interface OpenRun {
  readonly head: RunHead;
  readonly plan: Plan;
  readonly writer: RunWriter;
  /** What an earlier session measured. */
  readonly records: readonly RunRecord[];
}

/**
 * Plans a run and makes its folder.
 * @throws CrossoverError `usage` for anything that does not exist, `not-writable` for the folder.
 */
export async function newRun(
  names: readonly string[],
  flags: RunFlags,
  signal: AbortSignal,
): Promise<OpenRun> {
  const plan = await planOf(names, flags, signal);
  const createdAt = new Date();
  const machine = await fingerprint();
  const head: RunHead = {
    schema: RUN_SCHEMA,
    createdAt: createdAt.toISOString(),
    fingerprint: machine,
    ...(await checkout()),
    command: commandLine(),
  };
  const directory = resolve(flags.out ?? join('results', runName(createdAt, machine.id)));
  return { head, plan, writer: createRun(directory, head, plan), records: [] };
}

/**
 * Goes on with a run as it was planned.
 * @throws CrossoverError `usage` when flags would change the plan, `run-damaged`, `schema-too-new`.
 */
export async function reopenedRun(
  names: readonly string[],
  flags: RunFlags,
  directory: string,
): Promise<OpenRun> {
  const { resume: _, ...others } = flags;
  const changes = Object.keys(others).filter((flag) => flag !== 'json' && flag !== 'failOn');
  if (names.length > 0 || changes.length > 0) {
    const what = [...names, ...changes.map((flag) => `--${flag}`)].join(', ');
    const hint = `${INVOCATION} --resume ${directory}`;
    throw new CrossoverError({
      code: 'usage',
      message: `a resumed run keeps its plan; leave out ${what}`,
      hint,
    });
  }
  const { run, writer } = resumeRun(resolve(directory));
  for (const note of run.notes) process.stderr.write(`note: ${note}\n`);
  try {
    await checkMachine(run.head);
  } catch (error) {
    writer.close();
    throw error;
  }
  return { head: run.head, plan: run.plan, writer, records: run.records };
}

/** @throws CrossoverError `usage` when the run was begun on another machine or toolchain. */
async function checkMachine({ fingerprint: then }: RunHead): Promise<void> {
  const differences = fingerprintDifferences(then, await fingerprint());
  if (differences.length === 0) return;
  throw new CrossoverError({
    code: 'usage',
    message: 'the run was begun on another machine, or with another toolchain',
    where: `then and now: ${differences.join('; ')}`,
    hint: 'start a new run: figures of two machines do not mix',
  });
}

async function planOf(names: readonly string[], flags: RunFlags, signal: AbortSignal): Promise<Plan> {
  const kernels = chosenKernels(names, flags);
  const defaults = { named: names.length > 0, workers: workersForCores() };
  const workloads = await workloadsOf(kernels, flags, 'medium', signal);
  const planned: PlannedKernel[] = [];
  for (const workload of workloads) {
    planned.push(await planKernel(workload, measuredCells(workload.kernel.id, flags, defaults)));
  }
  const { blocks, forceGc } = flags;
  const budgetNs = flags.budget ?? (isBare(names, flags) ? BARE_BUDGET_NS : undefined);
  const changes = {
    ...(blocks === undefined ? {} : { blocks }),
    ...(budgetNs === undefined ? {} : { budgetNs }),
    ...(forceGc && { forceGc }),
    ...tuningIn(flags),
  };
  const seed = flags.seed ?? randomInt(SEED_BOUND);
  return { settings: settingsOf(flags.profile ?? 'quick', seed, changes), kernels: planned };
}

/** Whether nothing was said about how much to measure. */
function isBare(names: readonly string[], { profile, blocks, workload }: RunFlags): boolean {
  return names.length === 0 && [profile, blocks, workload].every((flag) => flag === undefined);
}
