import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from './repository.ts';
import { outsidePackage, ownPackage, PACKAGES } from './workspace.ts';

const EXACT = /^(?:npm:[\w./@-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;

describe.each(PACKAGES)('$folder', ({ folder, dependencies, devDependencies, imports }) => {
  it('reaches other packages through their index, and in tests their fixtures', () => {
    const deep = imports.filter((entry) => {
      const [, , ...path] = entry.specifier.split('/');
      const forTests = path.join('/') === 'fixtures' && entry.file.endsWith('.test.ts');
      return ownPackage(entry) !== undefined && path.length > 0 && !forTests;
    });
    expect(deep).toEqual([]);
  });

  it('stays in its own folder with relative imports', () => {
    const outside = imports.filter(
      ({ file, specifier }) =>
        specifier.startsWith('.') && !posix.join(posix.dirname(file), specifier).startsWith(`${folder}/`),
    );
    expect(outside).toEqual([]);
  });

  it('declares what it imports from outside', () => {
    // The root provides what tests are written with.
    const provided = new Set(['vitest', 'fast-check', 'execa']);
    const undeclared = imports.filter((entry) => {
      const other = outsidePackage(entry);
      if (other === undefined || other in dependencies) return false;
      const test =
        /\.(?:test|fixture)\.ts$|\/fixtures\//.test(entry.file) || !entry.file.startsWith(`${folder}/src/`);
      // What is bundled when it is built is not needed when it runs.
      const bundled = entry.file.startsWith(`${folder}/src/browser/`);
      return !((test && provided.has(other)) || ((test || bundled) && other in devDependencies));
    });
    expect(undeclared).toEqual([]);
  });

  it('takes versions from the catalog, and its neighbours from the workspace', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([other, version]) =>
      other.startsWith('@crossover/') ? version !== 'workspace:*' : version !== 'catalog:',
    );
    expect(loose).toEqual([]);
  });
});

it('the model has no dependencies, and imports nothing, not even from Node', () => {
  const model = PACKAGES.find(({ name }) => name === 'model')!;
  expect([model.dependencies, model.devDependencies]).toEqual([{}, {}]);
  const sources = model.imports.filter(({ file }) => !file.endsWith('.test.ts'));
  expect(sources.filter(({ specifier }) => !specifier.startsWith('.'))).toEqual([]);
});

it('the catalog names exact versions', () => {
  const [, catalog = ''] = textOf('pnpm-workspace.yaml').split(/^catalog:\n/m);
  const entries = [...catalog.matchAll(/^ {2}'?(?<name>[^':]+)'?: (?<version>\S+)$/gm)];
  expect(entries.length).toBeGreaterThan(10);
  expect(entries.map(({ groups }) => groups!['version']!).filter((version) => !EXACT.test(version))).toEqual(
    [],
  );
});

it('the root names exact versions too, and one pnpm', () => {
  const manifest = JSON.parse(textOf('package.json')) as {
    readonly packageManager: string;
    readonly devDependencies: Readonly<Record<string, string>>;
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  const versions = Object.values({ ...manifest.devDependencies, ...manifest.optionalDependencies });
  expect(
    versions.filter((version) => !EXACT.test(version) && !/^(?:catalog:|workspace:\*)$/.test(version)),
  ).toEqual([]);
  expect(manifest.packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+$/);
  const pinned = textOf('.node-version').trim();
  expect(new Set(Object.values(manifest.optionalDependencies))).toEqual(new Set([pinned]));
});

it('crates are of exact versions', () => {
  const [, section = ''] =
    /^\[workspace\.dependencies\]\n(?<section>[^[]*)/m.exec(textOf('Cargo.toml')) ?? [];
  const versions = [...section.matchAll(/"(?<version>[^"]*\d+\.[^"]*)"/g)].map(
    ({ groups }) => groups!['version']!,
  );
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => !/^=\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
