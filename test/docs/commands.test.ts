import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../architecture/repository.ts';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import { COMMANDS, verbOf, VERBS } from './commands.ts';
import { namesIn, tableOf } from './documents.ts';
import type { VerbName } from './commands.ts';

/** What pnpm does by itself. */
const BUILT_IN = new Set(['install', 'exec']);

const { scripts } = JSON.parse(textOf('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const bench = COMMANDS.filter(({ words }) => words[0] === 'bench').map(({ line, words }) => {
  const args = words.slice(1);
  return { line, args, verb: verbOf(args) };
});

/** Verbs that measure, and `verify` of everything, take too long to be run here; so their flags are checked. */
function isQuick(args: readonly string[]): boolean {
  if (args.includes('--help')) return true;
  const verb = verbOf(args);
  return verb === 'verify' ? args.length > 1 && !args[1]!.startsWith('-') : verb !== 'run';
}

/** Long flags that a verb's help explains. */
async function flagsOf(verb: VerbName): Promise<readonly string[]> {
  const { stdout } = await crossover([verb, '--help']);
  return [...stdout.matchAll(/^ {2}(?:-\w, )?(?<flag>--[\w-]+)/gm)].map(({ groups }) => groups!['flag']!);
}

describe('commands in the documents', () => {
  it('include the two of the README, as they stand there', () => {
    const lines = COMMANDS.filter(({ document }) => document === 'README.md').map(({ line }) => line);
    expect(lines.slice(0, 2)).toEqual(['npx -y pnpm@12.21.0 bench', 'npx -y pnpm@12.21.0 test']);
  });

  it.each(COMMANDS)('$document: `$line` names a script', ({ words: [script = ''] }) => {
    expect([...Object.keys(scripts), ...BUILT_IN]).toContain(script);
  });

  it.each(bench.filter(({ args }) => isQuick(args)))('`$line` works', async ({ args }) => {
    const file = join(temporaryFolder(), 'out');
    const out = args.indexOf('--out') + 1;
    const { exitCode, stdout, stderr } = await crossover(out === 0 ? args : args.with(out, file));
    expect(stderr).not.toContain('error:');
    expect(exitCode).toBe(0);
    expect(out === 0 ? stdout.trim() : readFileSync(file, 'utf8')).not.toBe('');
  });

  it.each(bench.filter(({ args }) => !isQuick(args)))(
    '`$line` uses flags that there are',
    async ({ args, verb }) => {
      const used = args.filter((arg) => arg.startsWith('--'));
      expect(await flagsOf(verb)).toEqual(expect.arrayContaining(used));
    },
  );
});

describe('the README', () => {
  it('lists the verbs that there are', async () => {
    const { stdout } = await crossover(['--help']);
    const [, section = ''] = stdout.split(/^Commands:\n/m);
    const verbs = [...section.matchAll(/^ {2}(?<verb>[\w-]+)/gm)].map(({ groups }) => groups!['verb']!);
    expect(verbs.toSorted()).toEqual(VERBS.toSorted());
    const documented = tableOf('README.md', 'verb').map(([cell = '']) => namesIn(cell)[0]!.split(' ')[0]!);
    expect(documented).toEqual(verbs);
  });

  it.each(VERBS)('explains every flag of `%s`, and none that it lacks', async (verb) => {
    const documented = tableOf('README.md', 'flag')
      .filter(([, verbs = '']) => namesIn(verbs).includes(verb))
      .map(([flag = '']) => namesIn(flag)[0]!.split(' ')[0]!);
    const flags = (await flagsOf(verb)).filter((flag) => flag !== '--help');
    expect(documented.toSorted()).toEqual(flags.toSorted());
  });
});
