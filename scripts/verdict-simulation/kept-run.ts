import { readFileSync } from 'node:fs';
import { isPlain } from '../../packages/model/src/index.ts';
import { median } from '../../packages/statistics/src/index.ts';
import { CELLS } from './machine.ts';
import type { Noise } from './machine.ts';
import type { RunRecord } from '../../packages/model/src/index.ts';

/** With fewer blocks, residuals are hardly more than two numbers with opposite signs. */
const FEWEST_BLOCKS = 4;

/**
 * What is left of the log times of a run's kernels without the means of their cells and blocks, scaled to what these
 * means took away: for each kernel with enough blocks, cell by cell. The base and its twin come first.
 */
export function residualsOf(file: string): readonly Noise[] {
  const records = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RunRecord);
  const replaced = new Set(
    records.flatMap((record) =>
      record.kind === 'block' && record.replaces !== undefined ? `${record.kernel} ${record.replaces}` : [],
    ),
  );
  const kernels = new Map<string, Map<string, Map<number, number>>>();
  for (const record of records) {
    if (record.kind !== 'trial' || record.status !== 'ok') continue;
    const [kernel = '', , lane = '', mode = ''] = record.cell.split('/');
    if (!isPlain(lane) || replaced.has(`${kernel} ${record.block}`)) continue;
    const cells = kernels.getOrInsertComputed(kernel, () => new Map());
    const isBase = lane === 'typescript' && mode === 'single-thread';
    const name = `${isBase ? 0 : 1} ${mode.startsWith('single') ? 0 : 1} ${lane} ${mode} ${record.twin}`;
    cells.getOrInsertComputed(name, () => new Map()).set(record.block, Math.log(median(record.samplesNs)));
  }
  return [...kernels.values()].flatMap((cells) => {
    const names = [...cells.keys()].toSorted();
    const table = names.map((name) => [...cells.get(name)!.values()]);
    const blocks = Math.min(...table.map((values) => values.length));
    return names.length === CELLS && blocks >= FEWEST_BLOCKS ? [residuals(table)] : [];
  });
}

function residuals(table: Noise): Noise {
  const [cells, blocks] = [table.length, table[0]!.length];
  const rowMeans = table.map(mean);
  const blockMeans = Array.from({ length: blocks }, (_, block) =>
    mean(table.map((values) => values[block]!)),
  );
  const all = mean(rowMeans);
  const lost = Math.sqrt((cells / (cells - 1)) * (blocks / (blocks - 1)));
  return table.map((values, cell) =>
    values.map((value, block) => (value - rowMeans[cell]! - blockMeans[block]! + all) * lost),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
