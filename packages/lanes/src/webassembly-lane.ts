import { existsSync } from 'node:fs';
import { wasmUrl } from '@crossover/kernels';
import { regionOf, spanIn, viewsOf } from '@crossover/model';
import { trapOf } from './memory-limit.ts';
import { missingSource } from './missing-source.ts';
import { compiled, instancesOf } from './webassembly-instance.ts';
import { bindInPlace, sharedWebAssembly } from './webassembly-shared.ts';
import type { BoundKernel, Lane, Views, Work } from '@crossover/model';
import type { Instance, InstanceLife } from './webassembly-instance.ts';
import type { LaneIdentity } from './lane-identity.ts';

/** In what a WebAssembly lane may differ from a program that keeps its instance. */
interface Habits extends Pick<Lane, 'chunksPerWorker'> {
  /** `kept` when absent. */
  readonly life?: InstanceLife;
}

/**
 * A lane of modules compiled from AssemblyScript. An instance has a memory of its own, as any module has that a
 * JavaScript program calls: inputs are copied in and outputs copied out, and the copies are timed. So is what it
 * takes to make a fresh instance.
 */
export function webAssemblyLane(identity: LaneIdentity, { life = 'kept', ...others }: Habits = {}): Lane {
  const { source } = identity;
  return {
    ...identity,
    ...others,
    memory: 'private-copy',
    unavailable: async (kernelId) => {
      const missing = await missingSource(kernelId, identity);
      if (missing !== undefined || existsSync(wasmUrl(kernelId, source))) return missing;
      return { reason: `the WASM module of ${kernelId} is not built`, remedy: 'run `pnpm build`' };
    },
    ...(life !== 'fresh-module' && {
      prepare: async (kernelId) => ({ module: await compiled(kernelId, source) }),
    }),
    ...(life === 'kept' && { sharedMemory: sharedWebAssembly(source) }),
    bind: async (work) => {
      const { memory: given, module } = work.means ?? {};
      if (given instanceof WebAssembly.Memory && module instanceof WebAssembly.Module) {
        return bindInPlace(work, module, given);
      }
      const memory = new WebAssembly.Memory({ initial: 1 });
      return copying(work, memory, await instancesOf(work, source, life, memory));
    },
  };
}

function copying(work: Work, memory: WebAssembly.Memory, nextInstance: () => Instance): BoundKernel {
  const outside = viewsOf(work.layout, work.arena);
  let instance = nextInstance();
  let { buffer } = memory;
  let views = viewsOf(work.layout, buffer, instance.base);
  const inside = (): Views => {
    // A kernel that allocates may have grown its memory, which leaves the views on the old buffer behind.
    if (memory.buffer !== buffer) {
      buffer = memory.buffer;
      views = viewsOf(work.layout, buffer, instance.base);
    }
    return views;
  };
  const copy = (from: Views, to: Views, name: string, start: number, end: number): void => {
    const span = spanIn(work.layout, outside, name, start, end);
    to[name]!.set(from[name]!.subarray(span.from, span.to), span.from);
  };
  const traffic = work.kernel.passes.map(({ calls, reads, writes }) => {
    if (calls === 'item') return { wholes: [], owns: [], writes: [] };
    const own = reads.filter(
      ({ region, span }) => span === 'own' && regionOf(work.layout, region).division.kind !== 'whole',
    );
    const nameOf = ({ region }: (typeof reads)[number]): string => region;
    return { wholes: reads.filter((read) => !own.includes(read)).map(nameOf), owns: own.map(nameOf), writes };
  });
  return {
    enter: (pass) => {
      instance = nextInstance();
      for (const name of traffic[pass]!.wholes) inside()[name]!.set(outside[name]!);
    },
    load: (pass, start, end) => {
      for (const name of traffic[pass]!.owns) copy(outside, inside(), name, start, end);
    },
    run: (pass, start, end) => {
      try {
        instance.passes[pass]!(start, end);
      } catch (error) {
        throw trapOf(error, memory);
      }
    },
    store: (pass, start, end) => {
      for (const name of traffic[pass]!.writes) copy(inside(), outside, name, start, end);
    },
  };
}
