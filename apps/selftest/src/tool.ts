/** What measures. */
export type Runner = 'crossover' | 'mitata' | 'tinybench';

export const RUNNERS: readonly Runner[] = ['crossover', 'mitata', 'tinybench'];

/** Who decides, and by which rule. Several may judge the same measurements. Each is a row of the table. */
export const TOOLS = ['crossover', 'crossover-cpu', 'mitata-any', 'mitata-margin', 'tinybench'] as const;

export type Tool = (typeof TOOLS)[number];

export const TITLES: Readonly<Record<Tool, string>> = {
  crossover: 'Crossover: verdicts on wall time',
  'crossover-cpu': 'Crossover: the same on CPU time',
  'mitata-any': 'mitata: any factor but 1 in its summary',
  'mitata-margin': 'mitata: a factor above 1.05',
  tinybench: 'tinybench: mean ± margin do not overlap',
};
