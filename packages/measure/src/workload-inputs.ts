import { readFile } from 'node:fs/promises';
import { loadKernel, seededRandom } from '@crossover/kernels';
import { CrossoverError, layOut } from '@crossover/model';
import { checkParameters } from './parameters.ts';
import type { HostWork } from './host/host-protocol.ts';
import type { ArenaLayout, Held, KernelSpec, Parameters, Views } from '@crossover/model';

/** A kernel with everything that it needs to run. */
export interface LoadedWork {
  readonly kernel: KernelSpec;
  readonly parameters: Parameters;
  readonly inputs: Views;
  readonly layout: ArenaLayout;
}

/**
 * Makes the input: from the seed, or from the bytes of a file.
 * @throws CrossoverError `usage` when there is no such kernel, or it cannot read the file.
 */
export async function loadWork(work: HostWork): Promise<LoadedWork> {
  const kernel = await loadKernel(work.kernel);
  if (work.inputFile === undefined) {
    const inputs = kernel.generate(work.parameters, seededRandom(work.inputSeed));
    return { kernel, parameters: work.parameters, inputs, layout: layOut(kernel, work.parameters, inputs) };
  }
  if (kernel.read === undefined) {
    const message = `${kernel.id} does not read bytes, so it takes no --input`;
    throw new CrossoverError({ code: 'usage', message, hint: 'choose its input with --set and --workload' });
  }
  const { inputs, parameters } = kernel.read(await bytesOf(work.inputFile), work.parameters);
  checkParameters(kernel, parameters, work.inputFile);
  return { kernel, parameters, inputs, layout: layOut(kernel, parameters, inputs) };
}

/** What the kernel's user holds in place of the inputs, ready for any number of jobs; nothing for most kernels. */
export function holding({ kernel, inputs }: LoadedWork): { readonly held?: Held } {
  return kernel.held === undefined ? {} : { held: kernel.held.decode(inputs) };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const message = `cannot read the input file: ${error instanceof Error ? error.message : String(error)}`;
    throw new CrossoverError({ code: 'usage', message, where: path }, error);
  }
}
