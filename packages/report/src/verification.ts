import { failureText, unavailableTexts } from './footnotes.ts';
import { NARROW, paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { placementOf } from './kernel-view.ts';
import { plainText } from './plain-text.ts';
import { symbolsOf } from './symbols.ts';
import { table, tableWidth } from './table.ts';
import type { CellCheck } from '@crossover/model';
import type { Column } from './table.ts';
import type { Style } from './style.ts';

/** Whether every cell gave the right answer: a mark for each, and in words those that did not. */
export function renderVerification(checks: readonly CellCheck[], style: Style): string {
  const paint = paintOf(style);
  const note = (text: string): string =>
    paragraph(`${symbolsOf(style).bullet} ${plainText(text, style)}`, style.width, '  ');
  const failures = checks.flatMap((check) =>
    check.status === 'failed' ? `${check.id}: ${failureText(check.failure)}` : [],
  );
  return [
    ...fittingTables(markColumns(checks, style), style).map((columns) =>
      table(columns, paint, symbolsOf(style)),
    ),
    ...failures.map((text) => paint.bad(note(text))),
    ...unavailableTexts(checks).map((text) => paint.aside(note(text))),
    totals(checks, style),
  ].join('\n');
}

/**
 * Divides the columns into as many tables as the width asks for, each with the names of kernel and lane. None where the
 * width does not hold these and one more, or there is nothing to show.
 */
function fittingTables(columns: readonly Column[], style: Style): readonly (readonly Column[])[] {
  const [names, modes] = [columns.slice(0, 2), columns.slice(2)];
  const fits = modes.every((mode) => tableWidth([...names, mode]) <= style.width);
  if (style.width < NARROW || !fits) return [];
  const tables: Column[][] = [];
  for (const mode of modes) {
    const last = tables.at(-1);
    if (last !== undefined && tableWidth([...last, mode]) <= style.width) last.push(mode);
    else tables.push([...names, mode]);
  }
  return tables;
}

/** A row for each lane of each kernel, a column for each mode with a mark for each number of workers. */
function markColumns(checks: readonly CellCheck[], style: Style): readonly Column[] {
  const rows = [
    ...Map.groupBy(checks, (check) => `${check.kernel}/${check.workload}/${check.lane}`).values(),
  ];
  const modes = Map.groupBy(checks, ({ mode }) => mode);
  return [
    {
      title: 'kernel',
      align: 'left',
      texts: rows.map(([first]) => plainText(`${first?.kernel}/${first?.workload}`, style)),
    },
    { title: 'lane', align: 'left', texts: rows.map(([first]) => first?.lane ?? '') },
    ...[...modes].map(([mode, inMode]) => markColumn(mode, inMode, rows, style)),
  ];
}

function markColumn(
  mode: string,
  inMode: readonly CellCheck[],
  rows: readonly (readonly CellCheck[])[],
  style: Style,
): Column {
  const symbols = symbolsOf(style);
  const paint = paintOf(style);
  const marks = { ok: symbols.right, failed: symbols.wrong, unavailable: symbols.none };
  const placements = [...new Set(inMode.map(placementOf))];
  const statuses = rows.map((row) =>
    placements.map(
      (placement) => row.find((check) => placementOf(check) === placement)?.status ?? 'unavailable',
    ),
  );
  return {
    title: [mode, ...placements.map((placement) => placement.slice(mode.length + 1))].join(' ').trim(),
    align: 'left',
    texts: statuses.map((row) => row.map((status) => marks[status]).join(' ')),
    paint: (text, row) => {
      if (statuses[row]?.includes('failed')) return paint.bad(text);
      return statuses[row]?.includes('ok') ? paint.good(text) : paint.aside(text);
    },
  };
}

function totals(checks: readonly CellCheck[], style: Style): string {
  const count = (status: CellCheck['status']): number =>
    checks.filter((check) => check.status === status).length;
  const [ok, failed, unavailable] = [count('ok'), count('failed'), count('unavailable')];
  const paint = paintOf(style);
  const kernels = new Set(checks.map(({ kernel }) => kernel)).size;
  const parts = [
    `${ok} of ${ok + failed} cells of ${kernels} ${kernels === 1 ? 'kernel' : 'kernels'} gave the right answer`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(unavailable > 0 ? [`${unavailable} unavailable`] : []),
  ];
  return (failed > 0 ? paint.bad : paint.heading)(paragraph(parts.join(', '), style.width));
}
