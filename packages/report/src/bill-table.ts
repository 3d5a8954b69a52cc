import { formatBytes } from './size.ts';
import { formatDuration } from './duration.ts';
import { formatPercent } from './ratio.ts';
import { plainText } from './plain-text.ts';
import { saying } from './table.ts';
import { symbolsOf } from './symbols.ts';
import type { Bill, BillRow, Floor, MeasuredFloor, SourceBill } from '@crossover/model';
import type { Column } from './table.ts';
import type { Style } from './style.ts';

export const BILL_TITLE = 'The bill';

/** A row for each lane and place, with the floor of the place; a lane's sources beside its first row. */
export function billColumns(
  { rows, sources = [] }: Bill,
  floors: readonly Floor[],
  style: Pick<Style, 'unicode'>,
): readonly Column[] {
  const symbols = symbolsOf(style);
  const column = (title: string, align: Column['align'], text: (row: BillRow) => string): Column => ({
    title,
    align,
    texts: rows.map((row) => plainText(text(row), style)),
  });
  const duration = (ns: number | undefined): string => (ns === undefined ? '' : formatDuration(ns, symbols));
  const floorOf = ({ place }: BillRow): Partial<MeasuredFloor> => {
    const floor = floors.find((candidate) => candidate.place === place);
    return floor?.status === 'ok' ? floor : {};
  };
  const sourceOf = (row: BillRow): Partial<SourceBill> =>
    rows.find(({ lane }) => lane === row.lane) === row
      ? (sources.find(({ lane }) => lane === row.lane) ?? {})
      : {};
  return saying([
    column('lane', 'left', ({ lane }) => lane),
    column('mode', 'left', ({ place }) => place),
    column('start', 'right', ({ startNs }) => duration(startNs)),
    column('memory', 'right', ({ peakRssBytes }) => sizeOf(peakRssBytes)),
    column('worker', 'right', (row) => sizeOf(floorOf(row).workerRssBytes)),
    column('PSS', 'right', (row) => sizeOf(floorOf(row).workerPssBytes)),
    column('empty', 'right', (row) => duration(floorOf(row).emptyNs)),
    column('sent', 'right', ({ transportShare }) =>
      transportShare > 0 ? formatPercent(transportShare) : '',
    ),
    column('a MiB', 'right', ({ transportNsPerMib }) => duration(transportNsPerMib)),
    column('lines', 'right', (row) => String(sourceOf(row).lines ?? '')),
    column('gzip', 'right', (row) => sizeOf(sourceOf(row).gzipBytes)),
  ]);
}

/** What the columns mean. */
export function billSentences({ rows, sources = [] }: Bill): readonly string[] {
  const has = (field: keyof BillRow): boolean => rows.some((row) => row[field] !== undefined);
  return [
    'The middle over the kernels of the run. Start: threads or processes and loading the kernel, once. Memory: the most of all processes together; worker, PSS and empty: what a thread adds or a process has, and an operation without work, from the floors. Sent: share of an operation that messages between processes take.',
    has('transportNsPerMib')
      ? 'A MiB: time of the messages for each MiB of input, output included, of kernels with 64 KiB of input or more.'
      : '',
    sources.length > 0
      ? 'Lines, gzip: source of all kernels of the run in that lane, without comments and tests; what binds it to Node is not counted.'
      : '',
  ].filter((text) => text !== '');
}

function sizeOf(bytes: number | undefined): string {
  return bytes === undefined ? '' : formatBytes(bytes);
}
