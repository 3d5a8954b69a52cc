import { BASE_LANE, BASE_MODE, isBounded } from '@crossover/model';
import { formatDuration } from '../../../packages/report/src/duration.ts';
import { machineOf } from '../../../packages/report/src/machine.ts';
import { noiseSentences } from '../../../packages/report/src/noise-report.ts';
import { formatInterval, formatRatio } from '../../../packages/report/src/ratio.ts';
import { symbolsOf } from '../../../packages/report/src/symbols.ts';
import { ALONE, CONTENDED, FRAGILE, verdictOf } from '../../../packages/report/src/verdict-words.ts';
import { table } from './table.ts';
import type { Cell, LeverResult, Result } from '@crossover/model';

const SYMBOLS = symbolsOf({ unicode: true });
const HEAD = ['kernel', 'TypeScript, one thread', 'best rewrite', 'best on cores', 'both', 'lever'];

/** The answer of a run, kernel by kernel, with what has to be known to read it. */
export function resultTable(result: Result, place: string): string {
  const effects = table(
    HEAD,
    result.levers.map((lever) => rowOf(result, lever)),
  );
  return [effects, legendOf(result), originOf(result, place)].join('\n\n');
}

function rowOf(result: Result, lever: LeverResult): readonly string[] {
  const base = result.cells.find((cell) => cell.kernel === lever.kernel && isBase(cell));
  return [
    `\`${lever.kernel}\``,
    base?.status === 'ok' ? formatDuration(base.wallNs.estimate, SYMBOLS) : SYMBOLS.none,
    effect(result, base, lever.language),
    effect(result, base, lever.cores),
    effect(result, base, lever.together),
    `**${lever.lever}**${lever.note === undefined ? '' : `; ${lever.note}`}`,
  ];
}

function isBase({ lane, mode }: Cell): boolean {
  return lane === BASE_LANE && mode === BASE_MODE;
}

/** Speed-up of a cell over its kernel's base, with its interval, and where it was reached. */
function effect({ comparisons }: Result, base: Cell | undefined, cell: string | undefined): string {
  const comparison = comparisons.find((one) => one.subject === cell && one.base === base?.id);
  if (comparison === undefined || cell === undefined) return SYMBOLS.none;
  const { speedUp } = comparison;
  // What names the kernel and the workload stands in the first column and below.
  const placement = cell.split('/').slice(2).join(', ');
  const interval = isBounded(speedUp) ? ` (${formatInterval(speedUp, SYMBOLS)})` : '';
  const ratio = `${formatRatio(speedUp.estimate, SYMBOLS)}${interval}`;
  return `${ratio}<br>${verdictOf(comparison).replaceAll('*', '\\*')}<br>${placement}`;
}

function legendOf({ levers, comparisons, noise }: Result): string {
  const workloads = [...new Set(levers.map(({ workload }) => `\`${workload}\``))].join(', ');
  const fragile = comparisons.some((comparison) => comparison.fragile === true);
  const alone = comparisons.some((comparison) => comparison.alone !== undefined);
  const contended = comparisons.some((comparison) => comparison.contended === true);
  return [
    `Workload ${workloads}. Speed-up over TypeScript on one thread, its 95 % interval, the verdict, and where it was reached.`,
    ...(fragile ? [`${FRAGILE.replace('verdicts', 'Verdicts').replace('*', '\\*')}.`] : []),
    ...(alone ? [`${ALONE.replace('verdicts', 'Verdicts')}.`] : []),
    ...(contended ? [`${CONTENDED.replace('verdicts', 'Verdicts')}.`] : []),
    ...noiseSentences(noise, SYMBOLS),
  ].join(' ');
}

function originOf(result: Result, place: string): string {
  const machine = machineOf(result).join('; ');
  const date = result.createdAt.slice(0, 10);
  return `Measured on ${date} by \`${result.command}\`. ${machine}. The run is in [\`${place}\`](${place}).`;
}
