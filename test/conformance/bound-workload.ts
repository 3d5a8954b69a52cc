import { layOut, viewsOf } from '@crossover/model';
import { spoilOutputs } from './workload.ts';
import type { BoundKernel, Held, KernelSpec, Lane, Parameters, Views } from '@crossover/model';

/** A lane with inputs of its own, to be run by the calling thread. */
export interface BoundWorkload {
  readonly bound: BoundKernel;
  readonly views: Views;
  /** Executes the workload once, in chunks of so many items, over spoilt outputs. */
  readonly operate: (chunkSize: number) => void;
}

/**
 * @param held to be read in place of the inputs
 * @throws RangeError when the inputs do not fit the kernel, and whatever the lane throws.
 */
export async function bindInputs(
  lane: Lane,
  kernel: KernelSpec,
  parameters: Parameters,
  inputs: Views,
  held?: Held,
): Promise<BoundWorkload> {
  const layout = layOut(kernel, parameters, inputs);
  const arena = new ArrayBuffer(layout.byteLength);
  const views = viewsOf(layout, arena);
  for (const [name, input] of Object.entries(inputs)) views[name]!.set(input);
  const bound = await lane.bind({
    kernel,
    parameters,
    layout,
    arena,
    ...(held === undefined ? {} : { held }),
  });
  const sweeps = kernel.passes.length * (kernel.rounds?.(parameters) ?? 1);
  const operate = (chunkSize: number): void => {
    spoilOutputs(kernel, views);
    for (let sweep = 0; sweep < sweeps; sweep++) {
      const pass = sweep % kernel.passes.length;
      bound.enter(pass);
      for (let start = 0; start < layout.items; start += chunkSize) {
        const end = Math.min(layout.items, start + chunkSize);
        bound.load(pass, start, end);
        bound.run(pass, start, end);
        bound.store(pass, start, end);
      }
    }
  };
  return { bound, views, operate };
}
