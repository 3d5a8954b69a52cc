import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measuredSources } from './measured-sources.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crossover-sources-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function hashOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  rmSync(root, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return await measuredSources(root);
}

const KERNEL = 'packages/kernels/src/nbody/native.rs';
const SOURCES = { [KERNEL]: 'fn run() {}\n', 'packages/lanes/src/lanes/rust.ts': 'export {};\n' };

describe('the hash over the measured sources', () => {
  it('is another one as soon as a source changes, moves, comes or goes', async () => {
    const { [KERNEL]: text, ...others } = SOURCES;
    const hashes = [
      await hashOf(SOURCES),
      await hashOf({ ...SOURCES, [KERNEL]: 'fn run() { }\n' }),
      await hashOf({ ...others, 'packages/kernels/src/nbody/native_simd.rs': text }),
      await hashOf({ ...SOURCES, 'packages/executors/src/modes/new.ts': '' }),
      await hashOf({ ...SOURCES, 'packages/kernels/src/nbody/assembly.ts': '' }),
      await hashOf({ ...SOURCES, 'packages/kernels/build-wasm.ts': '' }),
      await hashOf({ ...SOURCES, 'Cargo.toml': '' }),
      await hashOf(others),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is the same whatever the line endings, the order of writing, and the files that nobody measures', async () => {
    const hash = await hashOf(SOURCES);
    expect(await hashOf({ ...SOURCES, [KERNEL]: 'fn run() {}\r\n' })).toBe(hash);
    expect(await hashOf(Object.fromEntries(Object.entries(SOURCES).toReversed()))).toBe(hash);
    const unmeasured = {
      'README.md': '',
      'packages/report/src/table.ts': '',
      'packages/kernels/src/nbody/README.md': '',
      'packages/kernels/src/nbody/nbody.test.ts': '',
      'packages/kernels/dist/nbody.ts': '',
      'packages/kernels/node_modules/other/index.ts': '',
    };
    expect(await hashOf({ ...SOURCES, ...unmeasured })).toBe(hash);
  });

  it('is absent where there are no sources', async () => {
    expect(await hashOf({ 'packages/report/src/table.ts': '' })).toBeUndefined();
  });
});
