import { join } from 'node:path';
import { HEADER, KERNELS, kernelFolders } from './sources.ts';
import type { GeneratedFile } from './sources.ts';

/** The kernels by id, each with the modules to load and the lane sources that its folder holds. */
export async function kernelRegistry(): Promise<GeneratedFile> {
  const folders = await kernelFolders();
  const entries = folders.map(({ id, files }) => {
    const sources = files.filter((file) => LANE_SOURCE.test(file)).map((file) => `'${file}'`);
    const lines = [
      `  '${id}': {`,
      `    spec: async () => (await import('./${id}/kernel.ts')).kernel,`,
      ...(files.includes('typescript.ts')
        ? [`    typescript: async () => await import('./${id}/typescript.ts'),`]
        : []),
      `    sources: [${sources.join(', ')}],`,
      '  },',
    ];
    return lines.join('\n');
  });
  const text = `${HEADER}import type { KernelEntry } from './entry.ts';

export const KERNELS: Readonly<Record<string, KernelEntry>> = {
${entries.join('\n')}
};
`;
  return { path: join(KERNELS, 'registry.ts'), text };
}

const LANE_SOURCE = /^(typescript|assembly(-\w+)?)\.ts$|^native(_\w+)?\.rs$/;
