// Joins a built package to one file, dist/bundle.js, and each entry named as an argument, with all packages that it needs,
// to one beside it. Every trial starts fresh processes, and finding and reading many modules takes longer than running them.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import type { Plugin } from 'rolldown';

const DIST = join(process.cwd(), 'dist');

/** What is joined, by the name of the file that it becomes. */
const entries = new Map(process.argv.slice(2).map((from) => [basename(from, '.js'), from]));

/** A process needs one kernel in one language, and what is measured stays as it was compiled. */
function kernelFolders(apart: 'whole' | 'but their specs'): Plugin {
  return {
    name: 'kernel-folders',
    resolveId(id, importer) {
      if (importer === undefined || !id.startsWith('.')) return null;
      const file = join(dirname(importer), id);
      const folder = dirname(file);
      if (folder === dirname(importer) || folder === DIST || !existsSync(join(folder, 'kernel.js')))
        return null;
      if (apart === 'but their specs' && basename(file) === 'kernel.js') return null;
      return { id: fromDist(file), external: true };
    },
  };
}

/** Where a module lies, and what it finds beside itself there. */
const PLACE = /new URL\('\.\/(?<name>[\w-]+)\.js', import\.meta\.url\)|import\.meta\.url/g;

/**
 * A module that looks for files beside itself still finds them when it has become part of another file. What is joined itself it
 * finds joined: that lies beside the other file.
 */
const ownPlaces: Plugin = {
  name: 'own-places',
  transform(code, id) {
    const own = `new URL('${fromDist(id)}', import.meta.url).href`;
    return code
      .replaceAll(PLACE, (place, name?: string) =>
        name !== undefined && entries.has(name) ? place : place.replace('import.meta.url', own),
      )
      .replaceAll('import.meta.dirname', `(import.meta.dirname + '/${fromDist(dirname(id))}')`);
  },
};

// Names of chunks change with their content: those of an earlier build would stay.
for (const file of readdirSync(DIST)) if (/^(?:bundle|joined)-.*\.js$/.test(file)) rmSync(join(DIST, file));

const bundle = await rolldown({
  input: { bundle: join(DIST, 'index.js') },
  platform: 'node',
  // Within one program, a package is there once.
  external: (id) => id.startsWith('@crossover/'),
  plugins: [kernelFolders('whole')],
});
await bundle.write({ dir: DIST, format: 'esm', chunkFileNames: 'bundle-[name]-[hash].js' });

for (const [name, from] of entries) {
  // Each by itself: what two had in common would be a file more to find and to read.
  const joined = await rolldown({
    input: { [name]: join(DIST, from) },
    platform: 'node',
    plugins: [kernelFolders('but their specs'), ownPlaces],
  });
  await joined.write({ dir: DIST, format: 'esm', chunkFileNames: `joined-${name}-[name]-[hash].js` });
}

/** Where a file lies as seen from the files that this script writes. */
function fromDist(file: string): string {
  return `./${relative(DIST, file).replaceAll(sep, '/')}`;
}
