import type { Result } from '@crossover/model';

/** Where a result comes from. */
export interface Origin {
  /** The run's folder. */
  readonly directory?: string;
  /** How the command line is called here; `crossover` when absent. */
  readonly invocation?: string;
}

/** A command worth trying next, and why. */
export interface NextCommand {
  readonly command: string;
  readonly purpose: string;
}

/** Commands that go on from a result. */
export function nextCommands(
  result: Result,
  { directory = 'RUN', invocation = 'crossover' }: Origin,
): readonly NextCommand[] {
  const open = result.levers.filter(({ lever }) => lever === 'inconclusive').map(({ kernel }) => kernel);
  const kernels = open.length === 0 || open.length > 3 ? '' : ` ${[...new Set(open)].join(' ')}`;
  const unfinished = result.cells.some(
    (cell) => cell.status === 'unavailable' && cell.remedy.includes('--resume'),
  );
  const folder = /^[\w./:@+-]+$/.test(directory) ? directory : JSON.stringify(directory);
  return [
    ...(unfinished
      ? [{ command: `${invocation} run --resume ${folder}`, purpose: 'measure what is missing' }]
      : []),
    ...(result.settings.profile === 'quick'
      ? [{ command: `${invocation} run${kernels} --profile standard`, purpose: 'narrower intervals' }]
      : []),
    ...(result.kernels.length > 1
      ? [{ command: `${invocation} report ${folder} --details`, purpose: 'every cell' }]
      : []),
    ...(result.claims === undefined
      ? []
      : [{ command: `${invocation} claims ${folder}`, purpose: 'the evidence on each claim' }]),
    {
      command: `${invocation} report ${folder} --format html --out page.html`,
      purpose: 'charts, and every sample',
    },
  ];
}
