import { readFileSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import { copyOfCheckout } from '../fixtures/checkout.ts';
import { LANES, RUST_BUILT } from '../fixtures/lanes.ts';
import type { Result } from '@crossover/model';

const SELECTION = ['mandelbrot', '--workload', 'smoke', '--workers', '2'];
const EXPECTED = /expected \w{32}, got \w{32}/;
/** Wide enough that no sentence is broken. */
const WIDE = { COLUMNS: '200' };

let root: string;
beforeAll(() => {
  root = copyOfCheckout();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a lane that computes something else', () => {
  beforeAll(() => {
    const lane = join(root, 'packages/kernels/dist/mandelbrot/typescript.js');
    const right = readFileSync(lane, 'utf8');
    const wrong = right.replace('- 1.5', '- 1.4');
    if (wrong === right) throw new Error('the lane to break has changed: break it in another way');
    writeFileSync(lane, wrong);
    return () => writeFileSync(lane, right);
  });

  test('its cells fail with both digests, the others still run, and the exit code is 3', async () => {
    const { exitCode, stdout } = await crossover(['verify', ...SELECTION], { root, env: WIDE });
    expect(stdout).toMatch(/typescript +✗ +✗ +✗/);
    expect(stdout).toMatch(/assemblyscript +✓ +✓ +✓/);
    expect(stdout).toMatch(EXPECTED);
    expect(exitCode).toBe(3);
  });

  test('a run shows them as failed and never as a time', async () => {
    const folder = temporaryFolder();
    const json = join(folder, 'result.json');
    const how = ['--lane', 'plain', '--blocks', '2', '--out', join(folder, 'run'), '--json', json];
    const args = ['run', ...SELECTION, ...how];
    const { exitCode, stdout } = await crossover(args, { root, env: WIDE });
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(EXPECTED);
    const { cells, comparisons }: Result = JSON.parse(readFileSync(json, 'utf8'));
    const failed = cells.filter(({ status }) => status === 'failed');
    expect(failed.map(({ lane }) => lane)).toEqual(['typescript', 'typescript', 'typescript']);
    for (const cell of failed) expect(cell).not.toHaveProperty('wallNs');
    expect(cells.filter(({ status }) => status === 'ok')).toHaveLength(3 * (LANES.length - 1));
    expect(comparisons).toEqual([]);
  });
});

describe.runIf(RUST_BUILT)('a Rust addon that cannot be used (needs one that can)', () => {
  let addon: string;
  beforeAll(() => {
    addon = join(root, 'packages/addon/native/crossover.node');
  });

  test('built from other sources: its cells are unavailable with reason and remedy, the others run', async () => {
    const source = join(root, 'packages/kernels/src/mandelbrot/native.rs');
    const before = readFileSync(source, 'utf8');
    appendFileSync(source, '\n// changed after the build\n');
    const { exitCode, stdout } = await crossover(['verify', ...SELECTION], { root, env: WIDE });
    writeFileSync(source, before);
    expect(stdout).toContain('built from other sources');
    expect(stdout).toContain('pnpm build --force');
    expect(stdout).toMatch(/assemblyscript +✓ +✓ +✓/);
    expect(stdout).toMatch(/rust +– +– +–/);
    expect(exitCode).toBe(0);
  });

  test('damaged: likewise', async () => {
    const before = readFileSync(addon);
    rmSync(addon);
    writeFileSync(addon, 'not a shared library');
    const { exitCode, stdout } = await crossover(['verify', ...SELECTION], { root, env: WIDE });
    rmSync(addon);
    writeFileSync(addon, before);
    expect(stdout).toContain('does not load');
    expect(exitCode).toBe(0);
  });

  test('not built, as without cargo: likewise', async () => {
    const before = readFileSync(addon);
    rmSync(addon);
    const { exitCode, stdout } = await crossover(['verify', ...SELECTION], { root, env: WIDE });
    const listed = await crossover(['list'], { root, env: WIDE });
    writeFileSync(addon, before);
    expect(stdout).toContain('not built');
    expect(stdout).toContain('cargo');
    expect(listed.stdout).toMatch(/rust\s+the Rust addon is not built/);
    expect(exitCode).toBe(0);
  });
});
