import { join } from 'node:path';
import { HEADER, KERNELS, kernelFolders } from './sources.ts';
import type { GeneratedFile } from './sources.ts';

/** The kernels by id, each with the modules to load and the lane sources that its folder holds. */
export async function kernelRegistry(): Promise<GeneratedFile> {
  const folders = await kernelFolders();
  const entries = folders.map(({ id, laneSources }) => {
    const modules = laneSources
      .filter((file) => V8_SOURCE.test(file))
      .map((file) => `      '${file}': async () => await import('./${id}/${file}'),`);
    const lines = [
      `  '${id}': {`,
      `    spec: async () => (await import('./${id}/kernel.ts')).kernel,`,
      ...(modules.length === 0 ? ['    typescript: {},'] : ['    typescript: {', ...modules, '    },']),
      `    sources: [${laneSources.map((file) => `'${file}'`).join(', ')}],`,
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

/** Sources of lanes that run as JavaScript: TypeScript, and what Node has built in. */
const V8_SOURCE = /^(typescript(-[\w-]+)?|node-[\w-]+)\.ts$/;
