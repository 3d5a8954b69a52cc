import { tuningWords } from './machine.ts';
import type { CellResult, Result, Settings } from '@crossover/model';

/** From this many comparisons on, one interval of them is probably off. */
const MANY_COMPARISONS = 20;

/** What the numbers do not say. */
export function limitsOf({ cells, comparisons, families, settings, fingerprint }: Result): readonly string[] {
  return [
    'They hold for this machine, these inputs and these programs; another size of input may turn an answer around.',
    'Times are those of warm code: starting threads or processes and compiling are not in them.',
    ...(cells.some(({ oversubscribed }) => oversubscribed)
      ? [
          `Some cells have more workers than the ${fingerprint.cores} ${fingerprint.cores === 1 ? 'core' : 'cores'} that could be used: they show what that costs, and not what more cores would give.`,
        ]
      : []),
    ...tuningLimits(settings),
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

/** Where the executors were told how to go about it, nothing holds for what they do by themselves. */
function tuningLimits(settings: Settings): readonly string[] {
  const told = tuningWords(settings);
  return told.length === 0
    ? []
    : [`They hold for executors that were told what to do (${told.join(', ')}), not for what is usual.`];
}

/** How many trials the measured cells have: a number, or from the fewest to the most. */
function trialsOf(cells: readonly CellResult[]): string {
  const counts = cells.flatMap((cell) => (cell.status === 'ok' ? cell.trials : []));
  if (counts.length === 0) return 'none yet';
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  return fewest === most ? String(most) : `${fewest} to ${most}`;
}
