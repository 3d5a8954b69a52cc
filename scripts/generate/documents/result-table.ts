import { BASE_LANE, BASE_MODE, isBounded } from '@crossover/model';
import { DEEDS } from '../../../packages/report/src/answer-table.ts';
import { formatDuration } from '../../../packages/report/src/duration.ts';
import { machineOf } from '../../../packages/report/src/machine.ts';
import { noiseSentences } from '../../../packages/report/src/noise-report.ts';
import { formatInterval, formatRatio } from '../../../packages/report/src/ratio.ts';
import { symbolsOf } from '../../../packages/report/src/symbols.ts';
import { table } from './table.ts';
import type { Cell, LeverResult, Result } from '@crossover/model';

const SYMBOLS = symbolsOf({ unicode: true });
const HEAD = [
  'kernel',
  'TypeScript, one thread',
  'best other language',
  'TypeScript on all cores',
  'both',
  'what helps',
];

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
    `**${DEEDS[lever.lever]}**${lever.note === undefined ? '' : `; ${lever.note}`}`,
  ];
}

function isBase({ lane, mode }: Cell): boolean {
  return lane === BASE_LANE && mode === BASE_MODE;
}

/** Speed-up of a cell over its kernel's base, with its interval; in brackets where no verdict stands behind it. */
function effect({ comparisons }: Result, base: Cell | undefined, cell: string | undefined): string {
  const comparison = comparisons.find((one) => one.subject === cell && one.base === base?.id);
  if (comparison === undefined) return SYMBOLS.none;
  const { speedUp, verdict } = comparison;
  const interval = isBounded(speedUp) ? ` ${formatInterval(speedUp, SYMBOLS)}` : '';
  const ratio = formatRatio(speedUp.estimate, SYMBOLS);
  const isOpen = verdict === 'inconclusive' || verdict === 'withheld';
  return isOpen ? `(${ratio}${interval})` : `**${ratio}**${interval}`;
}

function legendOf({ levers, noise }: Result): string {
  const workloads = [...new Set(levers.map(({ workload }) => `\`${workload}\``))].join(', ');
  return [
    `Workload ${workloads}. How many times as fast as TypeScript on one thread, with the 95 % interval; in brackets: may be noise.`,
    ...noiseSentences(noise, SYMBOLS),
  ].join(' ');
}

function originOf(result: Result, place: string): string {
  const machine = machineOf(result).join('; ');
  const date = result.createdAt.slice(0, 10);
  return `Measured on ${date} by \`${result.command}\`. ${machine}. The run is in [\`${place}\`](${place}).`;
}
