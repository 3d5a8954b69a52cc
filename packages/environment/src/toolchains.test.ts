import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outputOf, pathOf } from './commands.ts';
import { commitOf } from './commit.ts';
import { toolchains } from './toolchains.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossover-environment-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('a command', () => {
  it('answers with what it prints', async () => {
    expect(await outputOf(process.execPath, ['-p', '6 * 7'])).toBe('42');
  });

  it('answers nothing when it fails, or does not exist', async () => {
    expect(await outputOf(process.execPath, ['-e', 'process.exit(3)'])).toBeUndefined();
    expect(await outputOf('no-such-command-anywhere', [])).toBeUndefined();
  });

  it('lies in the first folder of PATH that holds it, if it can be executed', () => {
    const name = process.platform === 'win32' ? 'tool.CMD' : 'tool';
    vi.stubEnv('PATH', folder);
    expect(pathOf('tool')).toBeUndefined();
    writeFileSync(join(folder, name), '', { mode: 0o644 });
    // Windows goes by the name alone.
    expect(pathOf('tool')).toBe(process.platform === 'win32' ? join(folder, name) : undefined);
    chmodSync(join(folder, name), 0o755);
    expect(pathOf('tool')).toBe(join(folder, name));
  });
});

describe('the toolchains', () => {
  it('have a version or a reason, never both', async () => {
    const all = await toolchains();
    expect(all.map((tool) => tool.name)).toEqual(['node', 'v8', 'pnpm', 'assemblyscript', 'cargo', 'rustc']);
    for (const tool of all) expect('version' in tool).not.toBe('missing' in tool);
  });

  it('say what to do when Rust is missing', async () => {
    vi.stubEnv('PATH', folder);
    const cargo = (await toolchains()).find((tool) => tool.name === 'cargo');
    expect(cargo).toEqual({
      name: 'cargo',
      missing: { reason: 'there is no cargo on the PATH', remedy: expect.stringContaining('rustup.rs') },
    });
  });
});

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

describe('the commit of a folder', () => {
  it('is absent outside a checkout, before the first commit, and without git', async () => {
    vi.stubEnv('GIT_CEILING_DIRECTORIES', tmpdir());
    expect(await commitOf(folder)).toBeUndefined();
    git('init', '--quiet');
    expect(await commitOf(folder)).toBeUndefined();
    git('commit', '--quiet', '--allow-empty', '--message', 'first');
    vi.stubEnv('PATH', '');
    expect(await commitOf(folder)).toBeUndefined();
  });

  it('is dirty as soon as a file differs, or is new', async () => {
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message', 'first');
    const id = git('rev-parse', 'HEAD').trim();
    expect(await commitOf(folder)).toEqual({ id, dirty: false });
    writeFileSync(join(folder, 'new'), '');
    expect(await commitOf(folder)).toEqual({ id, dirty: true });
  });
});
