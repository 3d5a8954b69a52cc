import { compareRuns } from '@crossover/analysis';
import { CrossoverError } from '@crossover/model';
import { renderComparison, renderComparisonMarkdown, renderJson } from '@crossover/report';
import { openRun } from '@crossover/store';
import { regressionOf } from '../regression.ts';
import { styleOf } from '../terminal.ts';
import { writeResult } from '../result-file.ts';
import type { CompareFlags, ComparisonFormat } from '../verbs/compare.ts';
import type { ExitCode } from '../exit-code.ts';
import type { RunComparison } from '@crossover/model';
import type { StoredRun } from '@crossover/store';

const RENDERERS: Readonly<Record<ComparisonFormat, (comparison: RunComparison) => string>> = {
  terminal: (comparison) => renderComparison(comparison, styleOf(process.stdout)),
  markdown: renderComparisonMarkdown,
  json: renderJson,
};

/**
 * Compares two runs cell by cell and prints what changed.
 * @throws CrossoverError `usage` when one is no run, or they are of two machines and that is not forced.
 */
export function compare(base: string, head: string, { format, force, json }: CompareFlags): ExitCode {
  const comparison = compareRuns(readRun('base', base), readRun('head', head));
  if (force !== true) refuseOtherMachine(comparison);
  process.stdout.write(`${RENDERERS[format](comparison).trimEnd()}\n`);
  if (json !== undefined) writeResult(comparison, json);
  return regressionOf(comparison);
}

function readRun(which: 'base' | 'head', directory: string): StoredRun {
  const run = openRun(directory);
  for (const note of run.notes) process.stderr.write(`note: ${which}: ${note}\n`);
  return run;
}

/** @throws CrossoverError `usage` that names what differs. */
function refuseOtherMachine({ fingerprintDifferences }: RunComparison): void {
  if (fingerprintDifferences.length === 0) return;
  const fields = fingerprintDifferences.map(
    ({ field, base, head }) => `${field}: ${base ?? 'absent'} and ${head ?? 'absent'}`,
  );
  throw new CrossoverError({
    code: 'usage',
    message: 'the runs are of different machines or toolchains',
    where: fields.join('; '),
    hint: 'measure both on one machine; or --force compares them all the same, and marks the outcome',
  });
}
