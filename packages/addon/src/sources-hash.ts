import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

const PACKAGES = join(import.meta.dirname, '../..');

/**
 * Hash over everything that the addon is compiled from. The build puts it into the addon;
 * the Rust lane compares it before use, so that no figure comes from an older program.
 */
export async function sourcesHash(): Promise<string> {
  const folders = ['addon', 'addon/peaks', 'addon/system', 'kernels'].map((name) => join(PACKAGES, name));
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(folder, 'src'), { recursive: true }))
        .filter((file) => file.endsWith('.rs'))
        .map((file) => join(folder, 'src', file)),
    ),
  );
  const manifests = [
    ...folders.map((folder) => join(folder, 'Cargo.toml')),
    join(PACKAGES, '../Cargo.toml'),
    join(PACKAGES, '../Cargo.lock'),
  ];
  // Loaded late: it takes 10 ms, and a trial needs no hash.
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for (const file of [...files.flat(), ...manifests].toSorted()) {
    hash.update(file.slice(PACKAGES.length).replaceAll(sep, '/'));
    hash.update((await readFile(file, 'utf8')).replaceAll('\r\n', '\n'));
  }
  return hash.digest('hex').slice(0, 16);
}
