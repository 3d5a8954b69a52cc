import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRun, openRun, resumeRun } from './index.ts';
import { livenessOf, ownIdentity } from './process-identity.ts';
import { head, plan, records } from './sample-run.fixture.ts';
import { lockRun } from './writer-lock.ts';
import type { ProcessIdentity } from './process-identity.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crossover-lock-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const inUse = (hint: RegExp): unknown =>
  expect.objectContaining({
    failure: expect.objectContaining({
      code: 'usage',
      message: expect.stringMatching(/another process is writing/),
      hint: expect.stringMatching(hint),
    }),
  });

/** Lays down the lock of a process like this one. */
function layDown(change: Partial<ProcessIdentity>, directory = root): string {
  const path = join(directory, 'writer-00000000-0000-4000-8000-000000000000.lock');
  writeFileSync(path, JSON.stringify({ ...ownIdentity(), ...change }));
  return path;
}

describe('a run', () => {
  it('has one writer at a time, and any number of readers', () => {
    const directory = join(root, 'run');
    const first = createRun(directory, head, plan);
    expect(() => resumeRun(directory)).toThrow(inUse(/wait until it has ended, or end it/));
    first.append(records[0]!);
    expect(openRun(directory).records).toHaveLength(1);
    first.close();
    const second = resumeRun(directory);
    expect(() => resumeRun(directory)).toThrow(inUse(/wait/));
    second.writer.append(records[1]!);
    second.writer.close();
    expect(openRun(directory).records).toEqual(records.slice(0, 2));
    expect(readdirSync(directory).toSorted()).toEqual(['plan.json', 'run.json', 'trials.jsonl']);
  });

  it('is not locked by an attempt that is refused', () => {
    expect(() => resumeRun(root)).toThrow(/there is no run/);
    expect(readdirSync(root)).toEqual([]);
    const directory = join(root, 'run');
    createRun(directory, head, plan).close();
    expect(() => createRun(directory, head, plan)).toThrow(/holds a run already/);
    writeFileSync(join(directory, 'trials.jsonl'), 'damaged\n{}\n');
    expect(() => resumeRun(directory)).toThrow(/not JSON/);
    expect(readdirSync(directory)).toHaveLength(3);
  });
});

describe('the lock of a process that has ended', () => {
  // Ended and waited for: its id is free again.
  const { pid } = spawnSync(process.execPath, ['--version']);

  it.each<readonly [string, Partial<ProcessIdentity>]>([
    ['with an id that nobody has', { pid }],
    ['before the machine was started again', { boot: 'another', start: '1' }],
    // Without procfs an id that somebody has is as good as the process.
    ...(process.platform === 'linux' ? [['and whose id another one got', { start: '1' }] as const] : []),
  ])('is removed: %s', (_, change) => {
    const path = layDown(change);
    const lock = lockRun(root);
    expect(readdirSync(root)).toHaveLength(1);
    expect(() => readFileSync(path)).toThrow(/ENOENT/);
    lock.release();
    lock.release();
    expect(readdirSync(root)).toEqual([]);
  });

  it('is removed where a power failure left nothing of its content', () => {
    const path = layDown({});
    writeFileSync(path, '');
    lockRun(root).release();
    expect(readdirSync(root)).toEqual([]);
  });

  it('is known by the clock where the platform names neither start', () => {
    const { pid: own, host, at } = ownIdentity();
    expect(livenessOf({ pid: own, host, at })).toBe('alive');
    expect(livenessOf({ pid: own, host, at: 0 })).toBe('ended');
  });

  it.runIf(process.platform === 'linux')(
    'says nothing while nobody has waited for it (a zombie; needs procfs: Linux)',
    async () => {
      // The shell starts a child, and becomes a program that never waits for it before that has ended.
      const parent = spawn('bash', ['-c', 'sleep 0.1 & echo $!; exec sleep 20'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      try {
        const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
        const zombie = Number(String(chunk).trim());
        const state = (): string => readFileSync(`/proc/${zombie}/stat`, 'utf8').split(') ')[1]![0]!;
        for (let waited = 0; waited < 200 && state() !== 'Z'; waited++)
          await new Promise((done) => setTimeout(done, 10));
        expect(state()).toBe('Z');
        const { start: _, ...identity } = ownIdentity();
        expect(livenessOf({ ...identity, pid: zombie })).toBe('ended');
      } finally {
        parent.kill('SIGKILL');
      }
    },
  );
});

it('the lock of another machine is respected, as nobody here knows whether its process runs', () => {
  const path = layDown({ host: `not-${hostname()}` });
  expect(() => lockRun(root)).toThrow(inUse(/remove that file/));
  expect(readdirSync(root)).toHaveLength(1);
  rmSync(path);
  lockRun(root).release();
});

it('the lock of a living process of somebody else is respected', () => {
  const { start: _, ...identity } = ownIdentity();
  // Process 1 is always there, and is not ours to signal unless we are root.
  expect(livenessOf({ ...identity, pid: 1 })).toBe(process.platform === 'win32' ? 'ended' : 'alive');
});
