import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { wasmUrl } from '@crossover/kernels';
import { CrossoverError, regionOf, spanIn, viewsOf } from '@crossover/model';
import { regionsOf, scalarsOf } from './arguments.ts';
import { missingSource } from './missing-source.ts';
import type { BoundKernel, Lane, Views, Work } from '@crossover/model';
import type { LaneIdentity } from './lane-identity.ts';

/**
 * A lane of modules compiled from AssemblyScript. An instance has a memory of its own, as any module has that a
 * JavaScript program calls: inputs are copied in and outputs copied out, and the copies are timed.
 */
export function webAssemblyLane(identity: LaneIdentity): Lane {
  const { source } = identity;
  return {
    ...identity,
    memory: 'private-copy',
    unavailable: async (kernelId) => {
      const missing = await missingSource(kernelId, identity);
      if (missing !== undefined || existsSync(wasmUrl(kernelId, source))) return missing;
      return { reason: `the WASM module of ${kernelId} is not built`, remedy: 'run `pnpm build`' };
    },
    bind: async (work) => {
      const instance = await instantiate(work, source);
      return copying(work, instance);
    },
  };
}

interface Instance {
  readonly memory: WebAssembly.Memory;
  /** Where the arena lies in the module's memory. */
  readonly base: number;
  readonly passes: readonly ((start: number, end: number) => void)[];
}

async function instantiate(work: Work, source: string): Promise<Instance> {
  const module = await WebAssembly.compile(await readFile(wasmUrl(work.kernel.id, source)));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const base = callable(exports['reserveArena'], 'reserveArena')(work.layout.byteLength) >>> 0;
  const passes = work.kernel.passes.map((pass) => {
    const run = callable(exports[pass.name], pass.name);
    const pointers = regionsOf(pass).map((name) => base + regionOf(work.layout, name).offset);
    return run.bind(undefined, ...scalarsOf(work), ...pointers);
  });
  return { memory, base, passes };
}

function copying(work: Work, { memory, base, passes }: Instance): BoundKernel {
  const outside = viewsOf(work.layout, work.arena);
  let buffer = memory.buffer;
  let views = viewsOf(work.layout, buffer, base);
  const inside = (): Views => {
    // A kernel that allocates may have grown its memory, which leaves the views on the old buffer behind.
    if (memory.buffer !== buffer) {
      buffer = memory.buffer;
      views = viewsOf(work.layout, buffer, base);
    }
    return views;
  };
  const copy = (from: Views, to: Views, name: string, start: number, end: number): void => {
    const span = spanIn(work.layout, outside, name, start, end);
    to[name]!.set(from[name]!.subarray(span.from, span.to), span.from);
  };
  const traffic = work.kernel.passes.map(({ reads, writes }) => {
    const own = reads.filter(
      ({ region, span }) => span === 'own' && regionOf(work.layout, region).division.kind !== 'whole',
    );
    const nameOf = ({ region }: (typeof reads)[number]): string => region;
    return { wholes: reads.filter((read) => !own.includes(read)).map(nameOf), owns: own.map(nameOf), writes };
  });
  return {
    enter: (pass) => {
      for (const name of traffic[pass]!.wholes) inside()[name]!.set(outside[name]!);
    },
    load: (pass, start, end) => {
      for (const name of traffic[pass]!.owns) copy(outside, inside(), name, start, end);
    },
    run: (pass, start, end) => passes[pass]!(start, end),
    store: (pass, start, end) => {
      for (const name of traffic[pass]!.writes) copy(inside(), outside, name, start, end);
    },
  };
}

function callable(value: unknown, name: string): (...values: readonly number[]) => number {
  if (typeof value === 'function') return value as (...values: readonly number[]) => number;
  throw new CrossoverError({ code: 'lane-unavailable', message: `the WASM module does not export ${name}` });
}
