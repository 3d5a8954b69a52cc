import type { CellResult, Result } from '@crossover/model';

/** From this many comparisons on, one interval of them is probably off. */
const MANY_COMPARISONS = 20;

/** What the numbers do not say. */
export function limitsOf({ cells, comparisons, families, settings }: Result): readonly string[] {
  return [
    'They hold for this machine, these inputs and these programs; another size of input may turn an answer around.',
    'Times are those of warm code: starting threads or processes and compiling are not in them.',
    ...(settings.profile === 'quick'
      ? [
          `The quick profile measures every cell in few processes (here ${trialsOf(cells)}): intervals are wide.`,
        ]
      : []),
    ...(comparisons.length >= MANY_COMPARISONS
      ? [
          `Each interval holds at 95 % alone, the verdicts of each kernel together: of ${comparisons.length} intervals some are off by chance, of ${families.length} kernels perhaps one verdict.`,
        ]
      : []),
  ];
}

/** How many trials the measured cells have: a number, or from the fewest to the most. */
function trialsOf(cells: readonly CellResult[]): string {
  const counts = cells.flatMap((cell) => (cell.status === 'ok' ? cell.trials : []));
  if (counts.length === 0) return 'none yet';
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  return fewest === most ? String(most) : `${fewest} to ${most}`;
}
