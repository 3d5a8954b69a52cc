import { availableCores } from '@crossover/environment';
import { measure } from '@crossover/measure';
import { CrossoverError } from '@crossover/model';
import { ownDecision, ownQuestions, plannedOf } from './own-decision.ts';
import type { Decision } from './decision.ts';
import type { HostWork } from '@crossover/measure';
import type { Plan, RunRecord, Settings } from '@crossover/model';

/** What is compared, and for how long. */
export interface OwnComparison {
  readonly base: HostWork;
  readonly subject: HostWork;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

/** How Crossover decided. */
export interface OwnDecision {
  readonly wall: Decision;
  /** By the same analysis of the CPU times of the same trials, when wall time had ended the measurement. */
  readonly cpu: Decision;
  /** Blocks that were measured. */
  readonly blocks: number;
}

/**
 * Compares as a run does: by its measurement (processes, blocks, twins, disturbed blocks, looks, budget) and its
 * analysis. The one liberty is that two cells of a kernel differ in size, where those of a run differ in lane or mode.
 * @throws CrossoverError `interrupted`, or a failure where every trial failed
 */
export async function compareOurWay({
  base,
  subject,
  settings,
  signal,
}: OwnComparison): Promise<OwnDecision> {
  const kernel = plannedOf(base);
  const plan: Plan = { settings, kernels: [kernel] };
  const records: RunRecord[] = [];
  await measure(plan, {
    signal,
    earlier: [],
    withoutFloors: true,
    record: (record) => records.push(withAnswerOf(base, record)),
    tell: () => {},
    openQuestions: () => ownQuestions(plan, records),
    cores: availableCores().usable,
    workOf: (cell) => (cell.id === kernel.twin ? base : subject),
  });
  const measured = records.filter((record) => record.kind !== 'trial' || record.status === 'ok');
  const failures = records.flatMap((record) =>
    record.kind === 'trial' && record.status === 'failed' ? record.failure : [],
  );
  // Hours of comparisons do not end because one process of them was killed.
  for (const { message } of failures) console.error(`note: a trial failed: ${message}`);
  if (failures[0] !== undefined && measured.every(({ kind }) => kind !== 'trial'))
    throw new CrossoverError(failures[0]);
  return {
    wall: ownDecision(plan, measured),
    cpu: ownDecision(plan, measured.map(withCpuTime)),
    blocks: records.filter(({ kind }) => kind === 'block').length,
  };
}

function withCpuTime(record: RunRecord): RunRecord {
  return record.kind === 'trial' && record.status === 'ok' ? { ...record, samplesNs: record.cpuNs } : record;
}

/** The analysis expects one answer of all cells of a kernel. The host has checked each against its own. */
function withAnswerOf({ digest = '' }: HostWork, record: RunRecord): RunRecord {
  return record.kind === 'trial' && record.status === 'ok' ? { ...record, digest } : record;
}
