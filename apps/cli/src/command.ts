import { Command, CommanderError } from 'commander';
import { CrossoverError, failureOf } from '@crossover/model';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { INVOCATION } from './invocation.ts';
import { messageOf } from './message.ts';
import { claimsVerb } from './verbs/claims.ts';
import { compareVerb } from './verbs/compare.ts';
import { environmentVerb } from './verbs/env.ts';
import { listVerb } from './verbs/list.ts';
import { mergeVerb } from './verbs/merge.ts';
import { reportVerb } from './verbs/report.ts';
import { runVerb } from './verbs/run.ts';
import { showVerb } from './verbs/show.ts';
import { verifyVerb } from './verbs/verify.ts';
import type { ExitCode } from './exit-code.ts';

/** A verb adds itself to the program and reports how it ended. */
export type Verb = (program: Command, ended: (code: ExitCode) => void) => void;

const VERBS: readonly Verb[] = [
  runVerb,
  verifyVerb,
  listVerb,
  reportVerb,
  claimsVerb,
  compareVerb,
  showVerb,
  mergeVerb,
  environmentVerb,
];

/**
 * The `crossover` command.
 * @param args what follows the command's name
 * @returns the exit code; everything that goes wrong is printed, nothing is thrown
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode: ExitCode = EXIT.fine;
  endQuietlyWithReader();
  const program = new Command('crossover')
    .description(
      'Is it the language or is it the cores? Measures the same kernels in three languages and three modes.',
    )
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  for (const verb of VERBS) verb(program, (code) => (exitCode = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine;
    const failure = failureOf(error instanceof CommanderError ? usageError(error) : error);
    process.stderr.write(messageOf(failure));
    if (failure.code === 'internal' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    return exitCodeOf(failure.code);
  }
}

/** Who pipes into `head` has read enough. */
function endQuietlyWithReader(): void {
  process.stdout.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.fine);
  });
}

function usageError(error: CommanderError): CrossoverError {
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const hint = suggestion?.replace(/^\((.*)\)$/, '$1') ?? `${INVOCATION} --help lists verbs and flags`;
  return new CrossoverError({ code: 'usage', message, hint }, error);
}
