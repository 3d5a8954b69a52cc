import { compareCells, transportNsPerMib } from '@crossover/analysis';
import { meanOf } from '@crossover/statistics';
import { matchingCells, patternText } from './cell-pattern.ts';
import type { CellTrials, KernelTrials, OpenComparison } from '@crossover/analysis';
import type { CellPattern, Surroundings } from './cell-pattern.ts';
import type { ComparisonClaim } from './claim.ts';
import type { Metric, Noise } from '@crossover/model';

/** Two cells that a claim is about, compared and not yet judged. */
export interface OpenCase {
  readonly metric: Metric;
  readonly comparison: OpenComparison;
  /** Of the metric `copies`, where there is enough input to tell. */
  readonly copyNsPerMib?: number;
}

/** The cases of a kernel, or why it has none. */
export type OpenCases =
  | { readonly kind: 'cases'; readonly cases: readonly OpenCase[] }
  | { readonly kind: 'none'; readonly reason: string };

/** Compares a claim's subjects on one kernel with all of its bases. */
export function openCasesOf(
  { bases, subject, metrics, needs, against }: ComparisonClaim,
  kernel: KernelTrials,
  noise: Noise,
  around: Surroundings,
): OpenCases {
  if (needs.includes('items') && kernel.planned.items < 2) return none('its work cannot be divided');
  if (needs.includes('cores') && around.cores < 2) return none('the machine has one core');
  const measured = { ...kernel, cells: kernel.cells.filter(({ completed }) => completed[0].size > 0) };
  const cellsOf = (pattern: CellPattern): readonly CellTrials[] =>
    matchingCells(pattern, measured.cells, around);
  const absent = [subject, ...bases].filter((pattern) => cellsOf(pattern).length === 0);
  const needed = against === 'best' || absent.includes(subject) || absent.length === bases.length;
  if (absent.length > 0 && needed) return none(lackText(absent[0]!, kernel, around));
  const pairs = cellsOf(subject).flatMap((one) => bases.flatMap(cellsOf).map((base) => ({ base, one })));
  const cases = pairs.flatMap(({ base, one }) => comparedBy(measured, metrics, base, one, noise));
  if (cases.length === 0)
    return none('its cells have no block in common that tells what they are compared by');
  return { kind: 'cases', cases };
}

function comparedBy(
  kernel: KernelTrials,
  metrics: readonly Metric[],
  base: CellTrials,
  subject: CellTrials,
  noise: Noise,
): readonly OpenCase[] {
  for (const metric of metrics) {
    const comparison = compareCells(kernel, base, subject, noise, metric);
    if (comparison !== undefined) return [{ metric, comparison, ...perMibOf(kernel, subject, metric) }];
  }
  return [];
}

/** What messages take for each MiB of input, a mean over the trials of a cell. */
function perMibOf(
  { planned }: KernelTrials,
  { completed }: CellTrials,
  metric: Metric,
): Pick<OpenCase, 'copyNsPerMib'> {
  if (metric !== 'copies') return {};
  const sent = meanOf([...completed[0].values()].map(({ phasesNs }) => phasesNs.transport));
  const copyNsPerMib = transportNsPerMib(sent.mean, planned.inputBytes);
  return copyNsPerMib === undefined ? {} : { copyNsPerMib };
}

/** Why there are no times of the cells that a pattern means. */
function lackText(pattern: CellPattern, { cells }: KernelTrials, around: Surroundings): string {
  const [planned] = matchingCells(pattern, cells, around);
  if (planned === undefined) return `the run has no cell of ${patternText(pattern)}`;
  const { cell, failures } = planned;
  const why = cell.unavailable?.reason ?? failures[0]?.message ?? 'not measured yet';
  return `no times of ${patternText(pattern)}: ${why}`;
}

function none(reason: string): OpenCases {
  return { kind: 'none', reason };
}
