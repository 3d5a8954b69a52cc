import { loadTypescript } from '@crossover/kernels';
import { CrossoverError, viewsOf } from '@crossover/model';
import { regionsOf, scalarsOf } from '../arguments.ts';
import { missingSource } from '../missing-source.ts';
import type { Lane, Work } from '@crossover/model';
import type { LaneIdentity } from '../lane-identity.ts';

const identity: LaneIdentity = {
  id: 'typescript',
  title: 'TypeScript',
  order: 0,
  source: 'typescript.ts',
  standing: 'plain',
};

/** Plain TypeScript on typed arrays, compiled by V8. Works in the arena itself. */
export const typescript: Lane = {
  ...identity,
  memory: 'arena',
  unavailable: async (kernelId) => await missingSource(kernelId, identity),
  bind: async (work) => {
    const functions = await loadTypescript(work.kernel.id);
    const passes = passesOf(work, functions);
    return {
      enter: () => {},
      load: () => {},
      run: (pass, start, end) => passes[pass]!(start, end),
      store: () => {},
    };
  },
};

type Chunk = (start: number, end: number) => void;

function passesOf(work: Work, functions: Readonly<Record<string, unknown>>): readonly Chunk[] {
  const views = viewsOf(work.layout, work.arena);
  return work.kernel.passes.map((pass) => {
    const run = functions[pass.name];
    if (typeof run !== 'function') {
      const message = `${work.kernel.id}/typescript.ts does not export ${pass.name}`;
      throw new CrossoverError({ code: 'lane-unavailable', message });
    }
    const bound: Chunk = run.bind(
      undefined,
      ...scalarsOf(work),
      ...regionsOf(pass).map((name) => views[name]),
    );
    return bound;
  });
}
