import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kernelsTable } from './documents/kernels-table.ts';
import { packagesTable } from './documents/packages-table.ts';
import { profilesTable } from './documents/profiles-table.ts';
import {
  referenceClaims,
  referenceExcerpt,
  referenceScreen,
  referenceTable,
} from './documents/reference-run.ts';
import { sourceSizeSummary, sourceSizeTable } from './documents/source-size-tables.ts';
import { splice } from './documents/splice.ts';
import { kernelFolders, ROOT } from './sources.ts';
import type { Part } from './documents/splice.ts';
import type { GeneratedFile } from './sources.ts';

const GENERATE = 'pnpm generate';
const MEASURE = `pnpm bench --out results/reference && ${GENERATE}`;

/** The generated parts of each document, by the document's path in the repository. */
const DOCUMENTS: Readonly<Record<string, readonly Part[]>> = {
  'README.md': [
    { name: 'result', command: MEASURE, make: referenceTable },
    { name: 'screen', command: MEASURE, make: referenceScreen },
    { name: 'excerpt', command: MEASURE, make: referenceExcerpt },
    { name: 'claims', command: MEASURE, make: referenceClaims },
    { name: 'kernels', command: GENERATE, make: kernelsTable },
  ],
  'ARCHITECTURE.md': [{ name: 'packages', command: GENERATE, make: packagesTable }],
  'METHODOLOGY.md': [
    { name: 'profiles', command: GENERATE, make: profilesTable },
    { name: 'source-sizes', command: GENERATE, make: sourceSizeSummary },
  ],
};

/** The documents with their generated parts as they should be. */
export async function documents(): Promise<readonly GeneratedFile[]> {
  const all = [...Object.entries(DOCUMENTS), ...(await kernelReadmes())];
  return Promise.all(
    all.map(async ([document, parts]) => {
      const path = join(ROOT, document);
      return { path, text: await splice(document, await readFile(path, 'utf8'), parts) };
    }),
  );
}

/** The generated parts of each kernel's README. */
async function kernelReadmes(): Promise<readonly (readonly [document: string, parts: readonly Part[]])[]> {
  return (await kernelFolders()).map((folder) => [
    `packages/kernels/src/${folder.id}/README.md`,
    [{ name: 'source-sizes', command: GENERATE, make: async () => await sourceSizeTable(folder) }],
  ]);
}
