import { CrossoverError } from '@crossover/model';
import { EXIT } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import type { Result } from '@crossover/model';

/** What the user wants the command to fail on. */
export type Demand = 'inconclusive';

/** @throws CrossoverError `usage` for anything that cannot be demanded. */
export function demandOf(text: string): readonly Demand[] {
  return text.split(',').map((part) => {
    if (part.trim() === 'inconclusive') return 'inconclusive';
    const message = `--fail-on does not know ${JSON.stringify(part)}`;
    throw new CrossoverError({ code: 'usage', message, hint: 'one of: inconclusive' });
  });
}

/** The exit code of a run whose cells are all right, given what was demanded of it. */
export function refusalOf(result: Result, demands: readonly Demand[]): ExitCode {
  if (!demands.includes('inconclusive')) return EXIT.fine;
  const open = result.levers.filter(({ lever }) => lever === 'inconclusive').map(({ kernel }) => kernel);
  if (open.length === 0 && !result.noise.verdictsWithheld) return EXIT.fine;
  const what = open.length === 0 ? 'verdicts are withheld' : `no verdict on ${open.join(', ')}`;
  process.stderr.write(`error: ${what}\nhint: more blocks narrow the intervals: --profile standard\n`);
  return EXIT.inconclusive;
}
