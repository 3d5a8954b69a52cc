import { layOut } from '@crossover/model';
import { loadKernel, seededRandom } from '../../packages/kernels/dist/index.js';
import type { Job, KernelSpec, Parameters, Views, WorkloadName } from '@crossover/model';

/** A kernel's workload, ready to be given to any executor. */
export interface PreparedWorkload {
  readonly kernel: KernelSpec;
  readonly parameters: Parameters;
  /** The published digest. */
  readonly digest: string;
  readonly job: (lane: string, workers: number) => Job;
}

export async function prepare(kernelId: string, name: WorkloadName): Promise<PreparedWorkload> {
  const kernel = await loadKernel(kernelId);
  const { parameters, seed, digest } = kernel.workloads[name];
  const inputs = kernel.generate(parameters, seededRandom(seed));
  return { kernel, parameters, digest, job: jobsOf(kernel, parameters, inputs) };
}

/** Jobs with that input, for any lane. */
export function jobsOf(kernel: KernelSpec, parameters: Parameters, inputs: Views): PreparedWorkload['job'] {
  const layout = layOut(kernel, parameters, inputs);
  const holding = kernel.held === undefined ? {} : { held: kernel.held.decode(inputs) };
  const work = { kernelId: kernel.id, parameters, layout, inputs, ...holding };
  return (lane, workers) => ({ ...work, lane, workers });
}

/** Fills outputs, all if not told otherwise, with rubbish, so that neither an old answer nor a zero passes for a new one. */
export function spoilOutputs(
  kernel: KernelSpec,
  views: Views,
  names: readonly string[] = Object.keys(kernel.outputs),
): void {
  for (const name of names) bytesOf(views, name).fill(0xa5);
}

/** A copy of all regions. */
export function copyOf(views: Views): Views {
  return Object.fromEntries(Object.entries(views).map(([name, view]) => [name, view.slice()]));
}

/** A copy of all outputs, byte by byte. */
export function outputBytes(kernel: KernelSpec, views: Views): Readonly<Record<string, Buffer>> {
  const names = Object.keys(kernel.outputs);
  return Object.fromEntries(names.map((name) => [name, Buffer.from(bytesOf(views, name))]));
}

function bytesOf(views: Views, name: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = views[name]!;
  return new Uint8Array(buffer, byteOffset, byteLength);
}
