// Compiles every kernel's AssemblyScript sources: one module per source, in wasm/<kernel>/<source>.wasm.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createMemoryStream, main } from 'assemblyscript/asc';
import { assemblyRuntimeOf } from '@crossover/model';
import type { KernelSpec } from '@crossover/model';

const root = import.meta.dirname;
// The host places the arena behind the module's own data, so each module tells where that ends.
const runtime = 'src/assembly-runtime.ts';
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

await rm(join(root, 'wasm'), { recursive: true, force: true });
const files = await readdir(join(root, 'src'), { recursive: true });
for (const source of files.filter((file) => /^[\w-]+[\\/]assembly(-[\w-]+)?\.ts$/.test(file)).toSorted()) {
  const [kernel = '', file = ''] = source.split(/[\\/]/);
  const output = `wasm/${kernel}/${basename(file, '.ts')}.wasm`;
  await mkdir(join(root, 'wasm', kernel), { recursive: true });
  const stderr = createMemoryStream();
  const spec: { kernel: KernelSpec } = await import(`./src/${kernel}/kernel.ts`);
  const simd = file === 'assembly-simd.ts' ? ['--enable', 'simd,relaxed-simd'] : [];
  const options = [
    '--baseDir',
    root,
    '--outFile',
    output,
    '--runtime',
    assemblyRuntimeOf(spec.kernel, file),
    ...flags,
    ...simd,
  ];
  const { error } = await main([`src/${kernel}/${file}`, runtime, ...options], { stderr });
  if (error) {
    process.stderr.write(stderr.toString());
    console.error(`error: ${source} does not compile`);
    process.exit(1);
  }
}
