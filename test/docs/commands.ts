import { textOf } from '../architecture/repository.ts';
import { DOCUMENTS, namesIn } from './documents.ts';

const LAUNCHERS = ['npx -y pnpm@12.21.0 ', 'pnpm '] as const;

/** A command that a document tells its reader to type. */
export interface DocumentedCommand {
  readonly document: string;
  /** As it is written. */
  readonly line: string;
  /** What comes after pnpm. */
  readonly words: readonly string[];
}

/** Every pnpm command in the documents, from shell blocks and from tables; those with a blank to fill in are not. */
export const COMMANDS: readonly DocumentedCommand[] = DOCUMENTS.flatMap((document) => {
  const text = textOf(document);
  const blocks = [...text.matchAll(/^```sh\n(?<body>[^]*?)^```$/gm)].flatMap(({ groups }) =>
    groups!['body']!.trim().split('\n'),
  );
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => namesIn(line).slice(0, 1));
  return [...blocks, ...cells].flatMap((line) => {
    const launcher = LAUNCHERS.find((candidate) => line.startsWith(candidate));
    if (launcher === undefined || /[<>A-Z]{3,}|<|…/.test(line)) return [];
    return [{ document, line, words: line.slice(launcher.length).split(' ') }];
  });
});

/** The verbs of the command; without one it is `run`. */
export const VERBS = [
  'run',
  'verify',
  'list',
  'report',
  'claims',
  'compare',
  'show',
  'merge',
  'env',
] as const;

export type VerbName = (typeof VERBS)[number];

/** The verb of a `bench` command. */
export function verbOf(args: readonly string[]): VerbName {
  return VERBS.find((verb) => verb === args[0]) ?? 'run';
}
