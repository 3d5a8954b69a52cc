import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyRepository } from './repository-copy.ts';
import type { RepositoryCopy } from './repository-copy.ts';

const NAME = 'three-x-plus-one';
const FOLDER = `packages/kernels/src/${NAME}/`;
const VITEST = 'node_modules/vitest/vitest.mjs';
/** The copy is built from nothing, with a compiler run for each language. */
const LIMIT_MS = 600_000;
/** Each lane runs in at least so many. */
const MODES = 3;
// Without cargo there is no Rust lane, and all else has to work.
const hasCargo = spawnSync('cargo', ['--version']).status === 0;

let copy: RepositoryCopy;

beforeAll(() => {
  copy = copyRepository();
  copy.run(process.execPath, ['--conditions=source', 'scripts/new-kernel.ts', NAME]);
}, LIMIT_MS);
afterAll(() => copy.remove());

describe('a kernel that was started with `pnpm kernel:new`', () => {
  it('touches its own folder, and what is generated from it', () => {
    const outside = copy.changes().filter((file) => !file.startsWith(FOLDER));
    expect(outside.length).toBeGreaterThan(0);
    const difference = copy.run('git', ['diff']);
    // With the folder alone, the generator writes all the rest again.
    copy.run('git', ['checkout', '--', '.']);
    expect(copy.changes().filter((file) => !file.startsWith(FOLDER))).toEqual([]);
    copy.run(process.execPath, ['--conditions=source', 'scripts/generate.ts']);
    expect(copy.run('git', ['diff'])).toBe(difference);
  });

  it(
    'passes the tests that it came with',
    () => {
      const report = copy.run(process.execPath, [VITEST, 'run', '--project', 'unit', FOLDER]);
      expect(report).toContain('1 passed');
    },
    LIMIT_MS,
  );

  it(
    'gives the right answer in every lane and mode as it stands, and building it changes no file',
    () => {
      const before = copy.changes();
      // Throws, with what was printed, when the exit code is not 0.
      const report = copy.run(process.execPath, ['scripts/run.mjs', 'bench', 'verify', NAME]);
      const cells = Number(/(?<right>\d+) of \k<right> cells of 1 kernel/.exec(report)?.groups?.['right']);
      expect(cells).toBeGreaterThanOrEqual(hasCargo ? 3 * MODES : 2 * MODES);
      expect(report.includes('unavailable')).toBe(!hasCargo);
      expect(copy.changes()).toEqual(before);
    },
    LIMIT_MS,
  );

  it(
    'is noticed when one lane is wrong',
    () => {
      const path = join(copy.root, FOLDER, 'typescript.ts');
      const source = readFileSync(path, 'utf8');
      writeFileSync(path, source.replace('let steps = 0', 'let steps = 1'));
      const verify = (): string =>
        copy.run(process.execPath, ['scripts/run.mjs', 'bench', 'verify', NAME, '--lane', 'typescript']);
      expect(verify).toThrow(expect.objectContaining({ status: 3 }));
    },
    LIMIT_MS,
  );
});
