import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../sources.ts';

/** The run that is kept in the repository. */
const REFERENCE = 'results/reference';
const NO_OUTPUT = `No run is kept in \`${REFERENCE}\` yet, so there is no output to show.`;

/** What the outputs are shown on. */
const SCREEN = { width: 100, colour: false, unicode: true };

/** The table of its answers. */
export async function referenceTable(): Promise<string> {
  if (!isKept()) return `No run is kept in \`${REFERENCE}\` yet, so there is no result to show.`;
  const { resultTable } = await import('./result-table.ts');
  return resultTable(await result(), REFERENCE);
}

/** The first screen of its report. */
export async function referenceScreen(): Promise<string> {
  if (!isKept()) return NO_OUTPUT;
  const { renderSummary } = await import('../../../packages/report/src/terminal.ts');
  const origin = { directory: REFERENCE, invocation: 'pnpm bench' };
  return block(renderSummary(await result(), SCREEN, origin, 'nothing-printed'));
}

/** What the command printed for its first kernel. */
export async function referenceExcerpt(): Promise<string> {
  if (!isKept()) return NO_OUTPUT;
  const { renderKernel } = await import('../../../packages/report/src/kernel-report.ts');
  const analysed = await result();
  return block(renderKernel(analysed, analysed.kernels[0]?.kernel ?? '', SCREEN));
}

/** Output of a command as a part of a document. */
function block(text: string): string {
  const trimmed = text.split('\n').map((line) => line.trimEnd());
  return ['```text', ...trimmed.join('\n').trim().split('\n'), '```'].join('\n');
}

/** What it says on the claims of the article. */
export async function referenceClaims(): Promise<string> {
  if (!isKept()) return `No run is kept in \`${REFERENCE}\` yet, so there are no claims to show.`;
  const { claimsMarkdownTable } = await import('../../../packages/report/src/claims/claims-markdown.ts');
  return claimsMarkdownTable((await result()).claims ?? []);
}

function isKept(): boolean {
  return existsSync(join(ROOT, REFERENCE, 'run.json'));
}

/** Loaded only where it is needed: registries can be generated while these packages are not fit to run. */
async function result() {
  const { openRun } = await import('../../../packages/store/src/index.ts');
  const { judgedResult } = await import('../../../apps/cli/src/judged-result.ts');
  return judgedResult(openRun(join(ROOT, REFERENCE)));
}
