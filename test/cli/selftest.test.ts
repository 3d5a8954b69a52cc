import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { ROOT, temporaryFolder } from '../fixtures/crossover.ts';
import { membersOf } from '../fixtures/process-group.ts';

const MAIN = join(ROOT, 'apps/selftest/dist/main.js');

test('the self-test asks all tools, prints a table and writes every decision', async () => {
  const json = join(temporaryFolder(), 'selftest.json');
  const extent = ['--comparisons', '1', '--differences', '1', '--slow-downs', '100', '--rounds', '1'];
  const { exitCode, stdout } = await execa(process.execPath, [
    MAIN,
    ...extent,
    '--seconds',
    '1',
    '--json',
    json,
  ]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('none (A/A)');
  expect(stdout).toContain('mitata: empty function:');
  const { comparisons, outcomes } = JSON.parse(readFileSync(json, 'utf8')) as {
    readonly comparisons: readonly { readonly truth: number; readonly decisions: object }[];
    readonly outcomes: readonly unknown[];
  };
  expect(comparisons.map(({ truth }) => truth).toSorted((a, b) => a - b)).toEqual([1, 2, 2]);
  const tools = ['crossover', 'crossover-cpu', 'mitata-any', 'mitata-margin', 'tinybench'];
  expect(comparisons.map(({ decisions }) => Object.keys(decisions).toSorted())).toEqual([
    tools,
    tools,
    tools,
  ]);
  expect(outcomes).toHaveLength(15);
});

test('what cannot be asked is refused', async () => {
  const odd = await execa(process.execPath, [MAIN, '--slow-downs', '0.3'], { reject: false });
  expect(odd.exitCode).not.toBe(0);
  expect(odd.stderr).toContain('expected multiples of 0.25');
});

test.runIf(process.platform === 'linux')(
  'Ctrl-C ends the self-test and its load (needs procfs to list processes: Linux)',
  async () => {
    const child = execa(process.execPath, [MAIN, '--rounds', '0', '--differences', '0', '--seconds', '60'], {
      detached: true,
      reject: false,
      stdin: 'ignore',
    });
    const group = child.pid!;
    // Itself, two of the load, and one that measures.
    for (let patience = 300; patience > 0 && membersOf(group).length < 4; patience--) await delay(100);
    expect(membersOf(group).length).toBeGreaterThanOrEqual(4);
    process.kill(-group, 'SIGINT');
    const { exitCode, stderr } = await child;
    expect(exitCode).toBe(130);
    expect(stderr).toContain('error: interrupted');
    for (let patience = 50; patience > 0 && membersOf(group).length > 0; patience--) await delay(100);
    expect(membersOf(group)).toEqual([]);
  },
);
