// Joins a built package to one file, dist/bundle.js, and each entry named as an argument to one beside it.
// Every trial starts fresh processes, and finding and reading many small modules takes longer than running them.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

const DIST = join(process.cwd(), 'dist');
const entries = [{ from: 'index.js', name: 'bundle' }];
for (const from of process.argv.slice(2)) entries.push({ from, name: basename(from, '.js') });

for (const { from, name } of entries) {
  // Names of chunks change with their content: those of an earlier build would stay.
  for (const file of readdirSync(DIST)) {
    if (file.startsWith(`${name}-`) && file.endsWith('.js')) rmSync(join(DIST, file));
  }
  const bundle = await rolldown({ input: { [name]: join(DIST, from) }, platform: 'node', external: isApart });
  await bundle.write({ dir: DIST, format: 'esm', chunkFileNames: `${name}-[name]-[hash].js` });
}

/** Other packages; and what lies in a kernel's folder, since a process needs one kernel in one language. */
function isApart(id: string, importer: string | undefined): boolean {
  if (id.startsWith('@crossover/')) return true;
  if (importer === undefined || !id.startsWith('.')) return false;
  const folder = dirname(join(dirname(importer), id));
  // A package may have a module of that name itself.
  return folder !== DIST && existsSync(join(folder, 'kernel.js'));
}
