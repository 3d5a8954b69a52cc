import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { crossover, ROOT, temporaryFolder } from '../fixtures/crossover.ts';
import { membersOf } from '../fixtures/process-group.ts';

const MAIN = join(ROOT, 'apps/cli/dist/main.js');
const SELECTION = [
  'mandelbrot',
  '--workload',
  'small',
  '--workers',
  '2',
  '--blocks',
  '3',
  '--lane',
  'typescript',
];
const TRIALS = 4 * 3;

/** Trials in a run's folder so far. */
function trialsIn(run: string): number {
  const file = join(run, 'trials.jsonl');
  if (!existsSync(file)) return 0;
  return readFileSync(file, 'utf8').split('"kind":"trial"').length - 1;
}

/** Places whose floors a run's folder holds, as often as it does. */
function floorsIn(run: string): readonly string[] {
  const lines = readFileSync(join(run, 'trials.jsonl'), 'utf8').trimEnd().split('\n');
  const records = lines.map((line) => JSON.parse(line) as { readonly kind: string; readonly place: string });
  return records.filter(({ kind }) => kind === 'floor').map(({ place }) => place);
}

interface StartedRun {
  readonly group: number;
  readonly ended: Promise<{ readonly exitCode: number | undefined; readonly stderr: string }>;
}

/** Starts a run in a process group of its own, and waits until it has measured something. */
async function startRun(run: string): Promise<StartedRun> {
  const subprocess = execa(process.execPath, [MAIN, 'run', ...SELECTION, '--out', run], {
    cwd: ROOT,
    detached: true,
    reject: false,
    stdin: 'ignore',
  });
  for (let waited = 0; waited < 600 && trialsIn(run) < 2; waited++) await delay(50);
  if (subprocess.pid === undefined) throw new Error('the command did not start');
  return { group: subprocess.pid, ended: subprocess.then(({ exitCode, stderr }) => ({ exitCode, stderr })) };
}

/** Processes of the group that outlive it, after the time that ending takes. */
async function survivorsOf(group: number): Promise<readonly number[]> {
  for (let waited = 0; waited < 20 && membersOf(group).length > 0; waited++) await delay(100);
  return membersOf(group);
}

describe.runIf(process.platform === 'linux')(
  'a run that is stopped (needs procfs to list processes: Linux)',
  () => {
    test('Ctrl-C keeps what was measured, says how to go on, and leaves no process', async () => {
      const run = join(temporaryFolder(), 'run');
      const { group, ended } = await startRun(run);
      process.kill(-group, 'SIGINT');
      const { exitCode, stderr } = await ended;
      expect(stderr).toContain(`hint: crossover --resume ${run}`);
      expect(exitCode).toBe(130);
      const kept = trialsIn(run);
      expect(kept).toBeGreaterThanOrEqual(2);
      expect(kept).toBeLessThan(TRIALS);
      expect(await survivorsOf(group)).toEqual([]);

      const partial = await crossover(['report', run]);
      expect(partial.exitCode).toBe(0);

      const resumed = await crossover(['run', '--resume', run]);
      expect(resumed.exitCode).toBe(0);
      expect(trialsIn(run)).toBe(TRIALS);
      const places = [...new Set(floorsIn(run))];
      expect(floorsIn(run)).toEqual([...places, ...places, ...places]);
      expect(places).not.toEqual([]);
    });

    test('nobody else can go on with a run that is being measured', async () => {
      const run = join(temporaryFolder(), 'run');
      const { group, ended } = await startRun(run);
      const second = await crossover(['run', '--resume', run]);
      expect(second.stderr).toContain('error: another process is writing the run');
      expect(second.stderr).toContain(`process ${group}`);
      expect(second.exitCode).toBe(2);
      expect((await crossover(['report', run])).exitCode).toBe(0);
      expect((await ended).exitCode).toBe(0);
      expect(trialsIn(run)).toBe(TRIALS);
    });

    test('SIGINT to the command alone ends its processes too', async () => {
      const run = join(temporaryFolder(), 'run');
      const { group, ended } = await startRun(run);
      process.kill(group, 'SIGINT');
      expect((await ended).exitCode).toBe(130);
      expect(await survivorsOf(group)).toEqual([]);
    });

    test('kill -9 leaves no process, and the run can be resumed', async () => {
      const run = join(temporaryFolder(), 'run');
      const { group, ended } = await startRun(run);
      process.kill(group, 'SIGKILL');
      await ended;
      expect(await survivorsOf(group)).toEqual([]);
      const resumed = await crossover(['run', '--resume', run]);
      expect(resumed.exitCode).toBe(0);
      expect(trialsIn(run)).toBe(TRIALS);
    });
  },
);
