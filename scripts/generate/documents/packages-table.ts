import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../sources.ts';
import { table } from './table.ts';

const SCOPE = '@crossover/';

interface Package {
  /** Folder in the repository: `packages/model`. */
  readonly place: string;
  readonly floor: number;
  /** `measuring` or `judging`, where it belongs to one side only. */
  readonly side: string;
  readonly description: string;
  /** Packages of this repository that it imports. */
  readonly imports: readonly string[];
}

/** The packages by floor, from each package.json and the tags in its turbo.json. */
export async function packagesTable(): Promise<string> {
  const packages = (await Promise.all(['packages', 'apps'].map(packagesIn))).flat();
  const rows = packages
    .toSorted((a, b) => a.floor - b.floor || (a.place < b.place ? -1 : 1))
    .map(({ place, floor, side, description, imports }) => [
      String(floor),
      `[\`${place}\`](${place})`,
      description,
      side,
      imports.join(', '),
    ]);
  return table(['floor', 'package', 'what it does', 'side', 'imports'], rows);
}

async function packagesIn(folder: string): Promise<readonly Package[]> {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.map(async (name) => await packageAt(`${folder}/${name}`)));
}

async function packageAt(place: string): Promise<Package> {
  const manifest: { readonly description: string; readonly dependencies: Readonly<Record<string, string>> } =
    JSON.parse(await readFile(join(ROOT, place, 'package.json'), 'utf8'));
  const { tags }: { readonly tags: readonly string[] } = JSON.parse(
    await readFile(join(ROOT, place, 'turbo.json'), 'utf8'),
  );
  const floor = tags.map((tag) => /^floor-(\d+)$/.exec(tag)?.[1]).find((found) => found !== undefined);
  if (floor === undefined) throw new Error(`${place}/turbo.json has no floor among its tags`);
  const imports = Object.keys(manifest.dependencies)
    .filter((name) => name.startsWith(SCOPE))
    .map((name) => name.slice(SCOPE.length));
  const side = tags.filter((tag) => !tag.startsWith('floor-')).join(', ');
  return { place, floor: Number(floor), side, description: manifest.description, imports };
}
