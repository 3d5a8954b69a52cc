import { assemblyscript } from './assemblyscript.ts';
import { outputOf, pathOf } from './commands.ts';
import type { Unavailable } from '@crossover/model';

/** A program that Crossover is built or run with. */
export interface Toolchain {
  readonly name: string;
  readonly version?: string;
  readonly path?: string;
  /** Why it cannot be used; absent when it can. */
  readonly missing?: Unavailable;
}

const RUST_REMEDY = 'install Rust (https://rustup.rs), then run the command again: it builds what is missing';

/** All of them, in the order in which a command needs them. */
export async function toolchains(): Promise<readonly Toolchain[]> {
  const [pnpm, cargo, rustc] = await Promise.all([
    pnpmVersion(),
    outputOf('cargo', ['--version']),
    outputOf('rustc', ['--version']),
  ]);
  const compiler = assemblyscript();
  return [
    { name: 'node', version: process.versions.node, path: process.execPath },
    { name: 'v8', version: process.versions.v8 },
    command('pnpm', pnpm, 'start with `npx -y pnpm@12.21.0`'),
    compiler === undefined
      ? absent('assemblyscript', 'it is not installed in this workspace', 'run `pnpm install`')
      : { name: 'assemblyscript', ...compiler },
    command('cargo', cargo?.replace(/^cargo /, ''), RUST_REMEDY),
    command('rustc', rustc?.replace(/^rustc /, ''), RUST_REMEDY),
  ];
}

/** pnpm tells its version to what it starts; asking is for programs that were started otherwise. */
async function pnpmVersion(): Promise<string | undefined> {
  const agent = /^pnpm\/(?<version>\S+)/.exec(process.env['npm_config_user_agent'] ?? '');
  return agent?.groups?.['version'] ?? (await outputOf('pnpm', ['--version']));
}

function command(name: string, version: string | undefined, remedy: string): Toolchain {
  const path = pathOf(name);
  if (version !== undefined) return { name, version, ...(path === undefined ? {} : { path }) };
  const reason = path === undefined ? `there is no ${name} on the PATH` : `${path} does not tell its version`;
  return absent(name, reason, remedy);
}

function absent(name: string, reason: string, remedy: string): Toolchain {
  return { name, missing: { reason, remedy } };
}
