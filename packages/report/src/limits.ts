import type { Result } from '@crossover/model';

/** From this many comparisons on, one interval of them is probably off. */
const MANY_COMPARISONS = 20;

/** What the numbers do not say. */
export function limitsOf({ comparisons, families, settings }: Result): readonly string[] {
  const { profile, blocks } = settings;
  return [
    'They hold for this machine, these inputs and these programs; another size of input may turn an answer around.',
    'Times are those of warm code: starting threads or processes and compiling are not in them.',
    ...(profile === 'quick'
      ? [`The quick profile measures every cell in few processes (here ${blocks}): intervals are wide.`]
      : []),
    ...(comparisons.length >= MANY_COMPARISONS
      ? [
          `Each interval holds at 95 % alone, the verdicts of each kernel together: of ${comparisons.length} intervals some are off by chance, of ${families.length} kernels perhaps one verdict.`,
        ]
      : []),
  ];
}
