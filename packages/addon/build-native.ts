// Builds the addon with cargo. Without cargo it leaves nothing behind and succeeds: everything but the
// Rust lanes works then, and they say what is missing. A failed build leaves nothing behind either.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { sourcesHash } from './src/sources-hash.ts';

const output = join(import.meta.dirname, 'native');
await rm(output, { recursive: true, force: true });

const cargo = await execa('cargo', ['--version'], { reject: false });
if (cargo.failed) {
  console.error('note: no cargo on the PATH, so the Rust addon is not built');
} else {
  await execa(
    'napi',
    [
      'build',
      '--release',
      '--no-js',
      '--output-dir',
      output,
      '--target-dir',
      join(import.meta.dirname, '../../target'),
    ],
    {
      preferLocal: true,
      localDir: import.meta.dirname,
      cwd: import.meta.dirname,
      stdio: 'inherit',
      env: { CROSSOVER_SOURCES_HASH: await sourcesHash() },
    },
  );
}
