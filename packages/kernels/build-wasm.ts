// Compiles every kernel's AssemblyScript sources: one module per source, in wasm/<kernel>/<source>.wasm, and beside it
// <source>.shared.wasm of those whose instances can have one memory.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createMemoryStream, main } from 'assemblyscript/asc';
import { assemblyRuntimeOf } from '@crossover/model';
import type { KernelSpec } from '@crossover/model';

const root = import.meta.dirname;
// The host places the arena behind the module's own data, so each module tells where that ends.
const runtime = 'src/assembly-runtime.ts';
// The same without an allocator.
const sharedRuntime = 'src/assembly-shared-runtime.ts';
const flags = [
  '-O3',
  '--converge',
  '--noAssert',
  '--uncheckedBehavior',
  'always',
  '--importMemory',
  '--use',
  'abort=',
];
// The most pages that a memory can have; the one that is imported says how many it has.
const shared = ['--runtime', 'stub', '--sharedMemory', '--maximumMemory', '65536', '--enable', 'threads'];

interface Module {
  readonly binary: Uint8Array;
  readonly text: string;
}

async function compile(sources: readonly string[], options: readonly string[]): Promise<Module> {
  const stderr = createMemoryStream();
  const written = new Map<string, string | Uint8Array>();
  const outputs = ['--outFile', 'module.wasm', '--textFile', 'module.wat'];
  const { error } = await main([...sources, '--baseDir', root, ...outputs, ...flags, ...options], {
    stderr,
    writeFile: (name, contents) => {
      written.set(name, contents);
    },
  });
  const [binary, text] = [written.get('module.wasm'), written.get('module.wat')];
  if (!error && binary instanceof Uint8Array && typeof text === 'string') return { binary, text };
  process.stderr.write(stderr.toString());
  console.error(`error: ${sources[0]} does not compile`);
  process.exit(1);
}

/** A module that keeps data of its own in memory would have another instance's threads write to it. */
function keepsData({ text }: Module): boolean {
  return text.includes('(data ');
}

/** A module that allocates would be given the same memory in every instance. */
function allocates({ text }: Module): boolean {
  return text.includes('memory.grow');
}

await rm(join(root, 'wasm'), { recursive: true, force: true });
const files = await readdir(join(root, 'src'), { recursive: true });
for (const source of files.filter((file) => /^[\w-]+[\\/]assembly(-[\w-]+)?\.ts$/.test(file)).toSorted()) {
  const [kernel = '', file = ''] = source.split(/[\\/]/);
  const output = join(root, 'wasm', kernel, basename(file, '.ts'));
  await mkdir(join(root, 'wasm', kernel), { recursive: true });
  const spec: { kernel: KernelSpec } = await import(`./src/${kernel}/kernel.ts`);
  const simd = file === 'assembly-simd.ts' ? ['--enable', 'simd,relaxed-simd'] : [];
  const path = `src/${kernel}/${file}`;
  const own = await compile([path, runtime], ['--runtime', assemblyRuntimeOf(spec.kernel, file), ...simd]);
  await writeFile(`${output}.wasm`, own.binary);
  // What is passed to a function that is called once per item has one place in memory.
  if (keepsData(own) || spec.kernel.passes.some(({ calls }) => calls === 'item')) continue;
  const together = await compile([path, sharedRuntime], [...shared, ...simd]);
  if (!keepsData(together) && !allocates(together)) await writeFile(`${output}.shared.wasm`, together.binary);
}
