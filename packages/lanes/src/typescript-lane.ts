import { loadTypescript } from '@crossover/kernels';
import { CrossoverError, viewsOf } from '@crossover/model';
import { regionsOf, scalarsOf } from './arguments.ts';
import { itemCalls } from './item-calls.ts';
import { missingSource } from './missing-source.ts';
import type { Lane, Work } from '@crossover/model';
import type { ItemFunction } from './item-calls.ts';
import type { LaneIdentity } from './lane-identity.ts';

/** A lane of JavaScript functions, compiled by V8. Works in the arena itself, or on what the program holds. */
export function typescriptLane(identity: LaneIdentity): Lane {
  const { source } = identity;
  return {
    ...identity,
    memory: 'arena',
    readsHeld: true,
    unavailable: async (kernelId) => await missingSource(kernelId, identity),
    bind: async (work) => {
      const functions = await loadTypescript(work.kernel.id, source);
      const passes = passesOf(work, source, functions);
      return {
        inPlace: true,
        enter: () => {},
        load: () => {},
        run: (pass, start, end) => passes[pass]!(start, end),
        store: () => {},
      };
    },
  };
}

type Chunk = (start: number, end: number) => void;

function passesOf(
  work: Work,
  source: string,
  functions: Readonly<Record<string, unknown>>,
): readonly Chunk[] {
  const { kernel, held } = work;
  const views = viewsOf(work.layout, work.arena);
  return kernel.passes.map((pass) => {
    const onHeld = held === undefined || pass.calls === 'item' ? undefined : pass.onHeld;
    const name = onHeld ?? pass.name;
    const run = functions[name];
    if (typeof run !== 'function') {
      const message = `${kernel.id}/${source} does not export ${name}`;
      throw new CrossoverError({ code: 'lane-unavailable', message });
    }
    if (pass.calls === 'item') return itemCalls(work, pass, run as ItemFunction);
    const regions = regionsOf(pass).filter((region) => onHeld === undefined || !(region in kernel.inputs));
    const bound: Chunk = run.bind(
      undefined,
      ...scalarsOf(work),
      ...(onHeld === undefined ? [] : [held]),
      ...regions.map((region) => views[region]),
    );
    return bound;
  });
}
