import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../packages/analysis/dist/index.js';
import { createRun, mergeRuns } from '../../packages/store/dist/index.js';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import { drawnRun } from '../fixtures/drawn-run.ts';
import type { Plan, Result, RunHead } from '@crossover/model';

const BLOCKS = 6;
const { head, plan, records } = drawnRun(BLOCKS);
const PLANS: readonly Plan[] = [plan, { ...plan, settings: { ...plan.settings, looks: [3, BLOCKS] } }];

/** Blocks that stay together: the last one was measured in place of one that was disturbed. */
const GROUPS = [[0], [1], [2, BLOCKS], [3], [4], [5]];

/** The run with only some of its blocks. */
function part(blocks: readonly number[], of: Plan = plan) {
  const some = records.filter((record) => !('block' in record) || blocks.includes(record.block));
  return { name: `blocks ${blocks.join()}`, head, plan: of, records: some };
}

/** All that was found, to nine digits: sums in another order differ in the last ones. */
function findings({ cells, comparisons, families, attribution, levers, overall, noise }: Result): unknown {
  const found = { cells, comparisons, families, attribution, levers, overall, noise };
  return JSON.parse(
    JSON.stringify(found, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(9)) : value,
    ),
  );
}

/** A folder with some blocks of the run. */
function stored(name: string, blocks: readonly number[], change: Partial<RunHead> = {}): string {
  const directory = join(temporaryFolder(), name);
  const { head: own, records: some } = part(blocks);
  createRun(directory, { ...own, ...change }, plan, some).close();
  return directory;
}

test('merging the parts of a run, however divided, finds the same as the whole run', () => {
  fc.assert(
    fc.property(
      fc.subarray(GROUPS, { minLength: 1, maxLength: GROUPS.length - 1 }),
      fc.constantFrom(...PLANS),
      (some, of) => {
        const others = GROUPS.filter((group) => !some.includes(group));
        const merged = mergeRuns([part(some.flat(), of), part(others.flat(), of)], { command: 'merge' });
        expect(findings(analyse(merged))).toEqual(findings(analyse({ head, plan: of, records })));
      },
    ),
    { numRuns: 40 },
  );
});

describe('crossover merge', () => {
  test('writes a run that can be reported, and that names its parts', async () => {
    const [first, second] = [stored('first', [0, 1, 2, 6]), stored('second', [3, 4, 5])];
    const out = join(temporaryFolder(), 'merged');
    const { exitCode, stdout, stderr } = await crossover(['merge', first, second, '--out', out]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`${plan.kernels[0]!.kernel}/medium +4 \\+ 3 blocks`));
    const { stdout: json } = await crossover(['report', out, '--format', 'json']);
    expect(readFileSync(join(out, 'result.json'), 'utf8').trim()).toBe(json.trim());
    const result = JSON.parse(json) as Result;
    expect(findings(result)).toEqual(findings(analyse({ head, plan, records })));
    expect(result.mergedFrom?.map(({ name }) => name)).toEqual(['first', 'second']);
    expect((await crossover(['report', out])).stdout).toContain('merged from 2 runs: first, second');

    const resumed = await crossover(['run', '--resume', out]);
    expect(resumed.stderr).toContain('merged from 2 others, and cannot go on');
    expect(resumed.exitCode).toBe(2);
    const again = await crossover(['merge', first, second, '--out', out]);
    expect(again.stderr).toContain('holds a run already');
    expect(again.exitCode).toBe(2);
  });

  test('refuses runs of two machines; by force it merges them, without a verdict, and every report says so', async () => {
    const fingerprint = { ...head.fingerprint, id: 'another', cpuModel: 'Another processor' };
    const runs = [stored('here', [0, 1, 2, 6]), stored('there', [3, 4, 5], { fingerprint })];
    const out = join(temporaryFolder(), 'merged');
    const refused = await crossover(['merge', ...runs, '--out', out]);
    expect(refused.stderr).toContain(`cpuModel: ${head.fingerprint.cpuModel}, Another processor`);
    expect(refused.exitCode).toBe(2);
    expect(existsSync(out)).toBe(false);

    const forced = await crossover(['merge', ...runs, '--out', out, '--force']);
    expect(forced.stderr).toContain('warning: figures that do not mix');
    expect(forced.exitCode).toBe(0);
    const reports = await Promise.all(
      ['terminal', 'markdown', 'json'].map((format) => crossover(['report', out, '--format', format])),
    );
    const [terminal = '', markdown = '', json = ''] = reports.map(({ stdout }) => stdout);
    expect(terminal).toMatch(/^This run mixes figures that do not mix: its 2 parts differ in cpuModel/);
    expect(markdown.split('\n')[2]).toMatch(/^\*\*This run mixes/);
    const result = JSON.parse(json) as Result;
    expect(result.mixed).toEqual([`cpuModel: ${head.fingerprint.cpuModel}, Another processor`]);
    expect(new Set(result.comparisons.map(({ verdict }) => verdict))).toEqual(new Set(['withheld']));
    expect(new Set(result.levers.map(({ lever }) => lever))).toEqual(new Set(['inconclusive']));
    expect(terminal).not.toContain('too noisy');
  });
});
