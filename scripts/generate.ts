// Writes everything in the repository that follows from something else: registries, Rust constants, and parts of
// the documents.
// With --check it writes nothing and fails when a file is not what it would write.
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { ROOT } from './generate/sources.ts';
import { documents } from './generate/documents.ts';
import { kernelRegistry } from './generate/kernel-registry.ts';
import { fileRegistries } from './generate/file-registries.ts';
import { rustParams } from './generate/rust-params.ts';
import { rustRegistry } from './generate/rust-registry.ts';
import { sourceSizeRegistry } from './generate/source-sizes.ts';
import type { GeneratedFile } from './generate/sources.ts';

const check = process.argv.includes('--check');
const files: readonly GeneratedFile[] = [
  ...(await fileRegistries()),
  await kernelRegistry(),
  await rustParams(),
  await rustRegistry(),
  await sourceSizeRegistry(),
  ...(await documents()),
];

let stale = 0;
for (const { path, text } of files) {
  const current = await readFile(path, 'utf8').catch(() => '');
  if (current === text) continue;
  stale++;
  if (check) console.error(`error: ${relative(ROOT, path)} is stale`);
  else await writeFile(path, text);
}
if (check && stale > 0) {
  console.error('hint: run `pnpm generate` and commit what it writes');
  process.exitCode = 1;
} else {
  console.log(`${files.length} generated files: ${check ? 'all fresh' : `${stale} written`}`);
}
