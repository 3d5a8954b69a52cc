import { loadKernel } from '@crossover/kernels';
import { BASE_LANE, BASE_MODE, CrossoverError } from '@crossover/model';
import { checkAgreement, checkParameters } from './parameters.ts';
import { verify } from './verification.ts';
import { loadWork } from './workload-inputs.ts';
import type { HostWork } from './host/host-protocol.ts';
import type { CellWorkload, KernelSpec, Parameters, PlannedKernel, WorkloadName } from '@crossover/model';

/** What the command line says of the workload. */
export interface WorkloadRequest {
  readonly kernel: string;
  readonly workload: WorkloadName;
  /** Parameters that differ from the named workload's. */
  readonly set: Parameters;
  readonly inputFile?: string;
}

/** A workload with the answer that is right for it. */
export interface ChosenWorkload {
  readonly kernel: KernelSpec;
  readonly name: CellWorkload;
  readonly parameters: Parameters;
  readonly inputSeed: number;
  readonly inputFile?: string;
  readonly digest: string;
  readonly digestFrom: PlannedKernel['digestFrom'];
}

/**
 * The workload that was asked for. Of a custom one nobody knows the answer, so the base cell is run once
 * for it, and every other cell must agree.
 * @throws CrossoverError `usage` for parameters that do not exist or lie out of bounds, and whatever
 *   the base cell throws.
 */
export async function chooseWorkload(request: WorkloadRequest, signal: AbortSignal): Promise<ChosenWorkload> {
  const kernel = await loadKernel(request.kernel);
  const { parameters, seed, digest } = kernel.workloads[request.workload];
  if (Object.keys(request.set).length === 0 && request.inputFile === undefined) {
    const named = { kernel, name: request.workload, parameters, inputSeed: seed };
    return { ...named, digest, digestFrom: 'truth' };
  }
  const changed = { ...parameters, ...request.set };
  checkParameters(kernel, changed, '--set');
  const file = request.inputFile === undefined ? {} : { inputFile: request.inputFile };
  const asked = { kernel, name: 'custom' as const, parameters: changed, inputSeed: seed, ...file };
  const custom = { ...asked, parameters: await parametersOf(hostWorkOf(asked), request) };
  return { ...custom, digest: await answerOfBase(hostWorkOf(custom), signal), digestFrom: 'base-cell' };
}

/** The parameters of the work: those that it was asked for with, or that follow from its input file. */
async function parametersOf(work: HostWork, { set, inputFile }: WorkloadRequest): Promise<Parameters> {
  if (inputFile === undefined) return work.parameters;
  const { parameters } = await loadWork(work);
  checkAgreement(set, parameters, inputFile);
  return parameters;
}

/** The part of a workload that a trial host needs. */
export function hostWorkOf(
  workload: Omit<ChosenWorkload, 'digest' | 'digestFrom' | 'name'> & { readonly digest?: string },
): HostWork {
  const { kernel, parameters, inputSeed, inputFile, digest } = workload;
  return {
    kernel: kernel.id,
    parameters,
    inputSeed,
    ...(inputFile === undefined ? {} : { inputFile }),
    ...(digest === undefined ? {} : { digest }),
  };
}

async function answerOfBase(work: HostWork, signal: AbortSignal): Promise<string> {
  const base = { lane: BASE_LANE, mode: BASE_MODE, workers: 1 };
  const [outcome] = await verify(work, [base], { signal });
  if (outcome?.status === 'ok') return outcome.digest;
  throw new CrossoverError(outcome?.failure ?? { code: 'internal', message: 'the base cell gave no answer' });
}
