import { kernelFolders } from '../sources.ts';
import { sourceSizesOf } from '../source-sizes.ts';
import { table } from './table.ts';
import type { KernelFolder } from '../sources.ts';

/** The source that the others are compared with. */
const BASE = 'typescript.ts';

/** The sizes of a kernel's sources. */
export async function sourceSizeTable(folder: KernelFolder): Promise<string> {
  const sizes = await sourceSizesOf(folder);
  const base = sizes.get(BASE);
  const rows = [...sizes]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([source, { lines, gzipBytes }]) => [
      `\`${source}\``,
      String(lines),
      String(gzipBytes),
      base === undefined ? '' : times(gzipBytes / base.gzipBytes),
    ]);
  return table(['source', 'lines', 'bytes, by gzip', 'bytes against TypeScript'], rows);
}

/** Over all kernels that have both, how each kind of source compares with the base. */
export async function sourceSizeSummary(): Promise<string> {
  const all = await Promise.all((await kernelFolders()).map(sourceSizesOf));
  const sources = [...new Set(all.flatMap((sizes) => [...sizes.keys()]))];
  const rows = sources
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((source) => {
      const pairs = all.flatMap((sizes) => {
        const [size, base] = [sizes.get(source), sizes.get(BASE)];
        return size === undefined || base === undefined ? [] : [{ size, base }];
      });
      const lines = pairs.map(({ size, base }) => size.lines / base.lines);
      const bytes = pairs.map(({ size, base }) => size.gzipBytes / base.gzipBytes);
      return [
        `\`${source}\``,
        String(pairs.length),
        times(geometricMean(lines)),
        times(geometricMean(bytes)),
      ];
    });
  return table(['source', 'kernels', 'lines against TypeScript', 'bytes, by gzip, against TypeScript'], rows);
}

/** The base first, then the plain sources, then the tuned ones, which have a hyphen or the like in their names. */
function rank(source: string): number {
  if (source === BASE) return 0;
  return /[-_]/.test(source) ? 2 : 1;
}

function times(factor: number): string {
  return `×${factor.toFixed(2)}`;
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
