import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { camelCase, HEADER, ROOT } from './sources.ts';
import type { GeneratedFile } from './sources.ts';

/** Lanes and modes: one file each, which exports a value of the kind under the file's own name. */
export async function fileRegistries(): Promise<readonly GeneratedFile[]> {
  return [
    await registryOf('packages/lanes/src', 'lanes', 'Lane'),
    await registryOf('packages/executors/src', 'modes', 'Mode'),
  ];
}

async function registryOf(source: string, folder: string, kind: string): Promise<GeneratedFile> {
  const files = await readdir(join(ROOT, source, folder));
  const names = files
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|-(?:child|work)\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted();
  const imports = names.map((name) => `import { ${camelCase(name)} } from './${folder}/${name}.ts';`);
  const text = `${HEADER}import type { ${kind} } from '@crossover/model';
${imports.join('\n')}

export const ${folder.toUpperCase()}: readonly ${kind}[] = [${names.map(camelCase).join(', ')}];
`;
  return { path: join(ROOT, source, 'registry.ts'), text };
}
