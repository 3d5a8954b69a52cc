import { dirname } from 'node:path';
import { filesOf, textOf } from './repository.ts';

/** One package of the workspace, as its files describe it. */
export interface WorkspacePackage {
  /** Without the scope: `model`. */
  readonly name: string;
  /** `packages/model` */
  readonly folder: string;
  /** What turbo knows of it: its floor, and whether it measures or judges. */
  readonly tags: readonly string[];
  /** Versions by name of what it declares, by kind of dependency. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly imports: readonly Import[];
}

/** An import in a source file. */
export interface Import {
  readonly file: string;
  readonly specifier: string;
}

const SCOPE = '@crossover/';

export const PACKAGES: readonly WorkspacePackage[] = filesOf('.')
  .filter((file) => /^(?:packages|apps)\/[^/]+\/package\.json$/.test(file))
  .map((file) => packageIn(dirname(file)));

function packageIn(folder: string): WorkspacePackage {
  const manifest = JSON.parse(textOf(`${folder}/package.json`)) as Manifest;
  const turbo = JSON.parse(textOf(`${folder}/turbo.json`)) as { readonly tags: readonly string[] };
  return {
    name: manifest.name.slice(SCOPE.length),
    folder,
    tags: turbo.tags,
    dependencies: manifest.dependencies ?? {},
    devDependencies: manifest.devDependencies ?? {},
    imports: filesOf(folder).filter(isTypescript).flatMap(importsOf),
  };
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function isTypescript(file: string): boolean {
  // AssemblyScript has rules of its own: imports without an ending, and none from outside the folder.
  return file.endsWith('.ts') && !/\/assembly(?:-\w+)*\.ts$/.test(file);
}

/** Static and dynamic imports, re-exports included. */
function importsOf(file: string): readonly Import[] {
  const pattern = /(?:^(?:import|export|\})[^'\n]* from |\bimport\(\s*|^import )'(?<specifier>[^'\n]+)'/gm;
  return [...textOf(file).matchAll(pattern)].map(({ groups }) => ({
    file,
    specifier: groups!['specifier']!,
  }));
}

/** The workspace package that an import names; undefined for relative imports and those from outside. */
export function ownPackage({ specifier }: Import): string | undefined {
  return specifier.startsWith(SCOPE) ? specifier.slice(SCOPE.length).split('/')[0] : undefined;
}

/** The package from a registry that an import names; undefined for others. */
export function outsidePackage({ specifier }: Import): string | undefined {
  if (/^(?:\.|node:|@crossover\/)/.test(specifier)) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Names of the workspace packages that a package needs at run time. */
export function needs({ dependencies }: WorkspacePackage): readonly string[] {
  return Object.keys(dependencies)
    .filter((name) => name.startsWith(SCOPE))
    .map((name) => name.slice(SCOPE.length));
}
