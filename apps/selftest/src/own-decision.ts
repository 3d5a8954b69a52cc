import { analyse, openQuestions } from '@crossover/analysis';
import { BASE_LANE, BASE_MODE, cellOf, CrossoverError } from '@crossover/model';
import { decisionOfVerdict } from './decision.ts';
import type { Decision } from './decision.ts';
import type { HostWork } from '@crossover/measure';
import type { OpenQuestion, Plan, PlannedKernel, RunHead, RunRecord } from '@crossover/model';

/** Nothing in it enters an analysis. */
const HEAD: RunHead = {
  schema: '',
  createdAt: '',
  command: '',
  fingerprint: {
    id: '',
    cpuModel: '',
    cores: 1,
    memoryBytes: 0,
    platform: '',
    kernelVersion: '',
    node: '',
    v8: '',
  },
};

/** What the analysis of a run says of its one comparison. */
export function ownDecision(plan: Plan, records: readonly RunRecord[]): Decision {
  const [comparison] = analyse({ head: HEAD, plan, records }).comparisons;
  if (comparison !== undefined) return decisionOfVerdict(comparison.verdict, comparison.speedUp.estimate);
  throw new CrossoverError({ code: 'internal', message: 'a comparison without a single block' });
}

/** What more blocks could still settle: what a run asks at each look. */
export function ownQuestions(plan: Plan, records: readonly RunRecord[]): readonly OpenQuestion[] {
  return plan.kernels.flatMap((kernel) => openQuestions({ head: HEAD, plan, records }, kernel));
}

/** Two plain cells on one thread; the base has the twin. */
export function plannedOf({ kernel, parameters, inputSeed, digest = '' }: HostWork): PlannedKernel {
  const workload = 'custom';
  const placed = { kernel, workload, mode: BASE_MODE, workers: 1 } as const;
  const cells = [{ ...cellOf({ ...placed, lane: BASE_LANE }, false) }];
  const subject = { ...cells[0]!, id: `${kernel}/${workload}/${BASE_LANE}/longer` };
  return {
    kernel,
    title: kernel,
    workload,
    parameters,
    inputSeed,
    digest,
    digestFrom: 'base-cell',
    items: parameters['systems'] ?? 1,
    cells: [...cells, subject],
    twin: cells[0]!.id,
  };
}
