import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HEADER, KERNELS, kernelFolders } from './sources.ts';
import { sourceSize } from './source-code/source-size.ts';
import type { GeneratedFile, KernelFolder } from './sources.ts';
import type { SourceSize } from '../../packages/kernels/src/source-size.ts';

/** The size of each lane source of a kernel, by the source's name. */
export type SourceSizes = ReadonlyMap<string, SourceSize>;

/** The sizes of all lanes' sources, for the catalogue. */
export async function sourceSizeRegistry(): Promise<GeneratedFile> {
  const entries = (await kernelFolders()).map(async (folder) => {
    const lines = [...(await sourceSizesOf(folder))].map(
      ([source, { lines: count, gzipBytes }]) => `    '${source}': { lines: ${count}, gzipBytes: ${gzipBytes} },`,
    );
    return [`  '${folder.id}': {`, ...lines, '  },'].join('\n');
  });
  const text = `${HEADER}import type { SourceSize } from './source-size.ts';

export const SOURCE_SIZES: Readonly<Record<string, Readonly<Record<string, SourceSize>>>> = {
${(await Promise.all(entries)).join('\n')}
};
`;
  return { path: join(KERNELS, 'source-sizes.ts'), text };
}

/** Sources of plain and tuned lanes. Those of extra lanes stand on another's source, or on Node. */
const SIZED = /^typescript\.ts$|^assembly(-simd)?\.ts$|^native(_simd)?\.rs$/;

/** Of a source that has its parts in a folder of its name, all of them count. */
export async function sourceSizesOf({ id, laneSources }: KernelFolder): Promise<SourceSizes> {
  const sizes = new Map<string, SourceSize>();
  for (const source of laneSources.filter((name) => SIZED.test(name))) {
    const files = [source, ...(await partsOf(id, source))];
    const texts = await Promise.all(files.map(async (file) => await readFile(join(KERNELS, id, file), 'utf8')));
    sizes.set(source, sourceSize(source, texts));
  }
  return sizes;
}

async function partsOf(id: string, source: string): Promise<readonly string[]> {
  const folder = source.replace(/\.\w+$/, '');
  const files = await readdir(join(KERNELS, id, folder)).catch(() => []);
  return files
    .filter((file) => !file.includes('.test.'))
    .toSorted()
    .map((file) => join(folder, file));
}
