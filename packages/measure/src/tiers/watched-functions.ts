import { registerHooks, syncBuiltinESMExports } from 'node:module';
import vm from 'node:vm';
import { withAllExported } from './all-exports.ts';

/** A function of a lane's own code, and the language that V8 compiles it from. */
export interface WatchedFunction {
  readonly subject: unknown;
  readonly code: 'javascript' | 'webassembly';
}

/** The loops that call a lane's function once per item; V8 may take the function into them. */
const LOOP = 'loop of calls ';

/** Modules of a kernel's JavaScript lanes, as they were built. */
const LANE_MODULE = /\/kernels\/dist\/[\w-]+\/(?:typescript|node)(?:-[\w-]+)?(?:\/[\w-]+)?\.js$/;

/**
 * Hands over all functions of the lanes that are loaded from now on, also those that a module keeps to itself.
 * Changes how this process loads modules, for good: only for one that exists to watch.
 */
export function watchFunctions(): Map<string, WatchedFunction> {
  const functions = new Map<string, WatchedFunction>();
  const adopt = (found: object, code: WatchedFunction['code']): void => {
    for (const [name, subject] of Object.entries(found)) {
      if (typeof subject !== 'function') continue;
      // An exported function comes by its name, and then by its index.
      const known = functions.values().some((other) => other.subject === subject);
      if (!known) functions.set(name, { subject, code });
    }
  };
  watchModules((found) => adopt(found, 'javascript'));
  watchLoops((loop) => {
    const loops = [...functions.keys()].filter(isLoop).length;
    adopt({ [LOOP + loops]: loop }, 'javascript');
  });
  watchWebAssembly((exports) => adopt(exports, 'webassembly'));
  return functions;
}

/** Whether a watched function is a loop that calls a pass once per item. */
export function isLoop(name: string): boolean {
  return name.startsWith(LOOP);
}

/** Nobody outside sees a module's own functions, so every module of a lane hands them over at its end. */
function watchModules(adopt: (functions: object) => void): void {
  Object.assign(globalThis, { adopt });
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      if (!LANE_MODULE.test(url) || typeof loaded.source === 'string') return loaded;
      const source = new TextDecoder().decode(loaded.source);
      const names = [...source.matchAll(/^(?:export )?function (\w+)/gm)].map(([, name]) => name);
      return { ...loaded, source: `${source}\nadopt({ ${names.join(', ')} });\n` };
    },
  });
}

function watchLoops(adopt: (loop: unknown) => void): void {
  const { compileFunction } = vm;
  Object.assign(vm, {
    compileFunction: (code: string, parameters: readonly string[]) => {
      const make = compileFunction(code, parameters);
      return (...bound: readonly unknown[]): unknown => {
        const loop: unknown = Reflect.apply(make, undefined, bound);
        adopt(loop);
        return loop;
      };
    },
  });
  syncBuiltinESMExports();
}

function watchWebAssembly(adopt: (exports: object) => void): void {
  const { compile, Instance } = WebAssembly;
  Object.assign(WebAssembly, {
    compile: async (bytes: Uint8Array) => await compile(withAllExported(bytes)),
    Instance: class extends Instance {
      constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
        super(module, imports);
        adopt(this.exports);
      }
    },
  });
}
