import { EXIT } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import type { RunComparison } from '@crossover/model';

/**
 * The exit code of a comparison, with a line on stderr for all but a fine one. What the head run broke counts before
 * what it slowed down; a change counts that is significant and relevant, whatever else is undecided.
 */
export function regressionOf({ changes, unmatched, verdictsWithheld }: RunComparison): ExitCode {
  const broken = unmatched.filter((cell) => cell.broken).map(({ id }) => id);
  if (broken.length > 0) return refuse(`failed in the head run: ${broken.join(', ')}`, EXIT.failed);
  if (changes.length === 0) return refuse('the runs have no cell in common that both measured', EXIT.usage);
  if (verdictsWithheld)
    return refuse(
      'verdicts are withheld: a run is too noisy, or is merged from runs that do not mix',
      EXIT.inconclusive,
    );
  const slower = changes.filter(({ verdict }) => verdict === 'slower').map(({ id }) => id);
  return slower.length === 0 ? EXIT.fine : refuse(`slower: ${slower.join(', ')}`, EXIT.refuted);
}

function refuse(what: string, code: ExitCode): ExitCode {
  process.stderr.write(`error: ${what}\n`);
  return code;
}
