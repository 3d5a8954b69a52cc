// Type-checks all TypeScript of the repository, and all AssemblyScript. The latter needs the last compiler
// that is written in JavaScript: AssemblyScript's own configuration uses options that later ones dropped.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const KERNELS = join(ROOT, 'packages/kernels');

interface Check {
  readonly title: string;
  /** Folder whose dependencies hold the compiler. */
  readonly from: string;
  readonly compiler: string;
  readonly project: string;
}

const CHECKS: readonly Check[] = [
  { title: 'TypeScript', from: ROOT, compiler: 'typescript', project: 'tsconfig.json' },
  {
    title: 'AssemblyScript',
    from: KERNELS,
    compiler: 'ts6',
    project: 'packages/kernels/tsconfig.assembly.json',
  },
];

for (const { title, from, compiler, project } of CHECKS) {
  const manifest = createRequire(join(from, 'package.json')).resolve(`${compiler}/package.json`);
  const tsc = join(dirname(manifest), 'bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  console.log(`${title}: ${status === 0 ? 'no errors' : 'errors, see above'}`);
  if (status !== 0) process.exitCode = 1;
}
