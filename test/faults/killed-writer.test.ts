import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRun, openRun, resumeRun } from '../../packages/store/dist/index.js';
import { ROOT, temporaryFolder } from '../fixtures/crossover.ts';

/** How often a writer is killed. */
const KILLS = 8;

/** Longest time that a writer writes before it is killed, in milliseconds. */
const LONGEST_MS = 20;

/** Times in a long record: its line fills many pages, so that a kill can tear it. */
const MANY = 6_000;

const kept = openRun(join(ROOT, 'results/reference'));
const trial = kept.records.find((record) => record.kind === 'trial' && record.status === 'ok');
const FILES = ['plan.json', 'run.json', 'trials.jsonl'];

/** Goes on with the run, and says the number of each record as soon as it is kept. Never ends by itself. */
const program = (directory: string): string => `
  import { writeSync } from 'node:fs';
  import { resumeRun } from ${JSON.stringify(join(ROOT, 'packages/store/dist/index.js'))};
  const { run, writer } = resumeRun(${JSON.stringify(directory)});
  const trial = ${JSON.stringify(trial)};
  for (let block = run.records.length; ; block++) {
    const warmupNs = new Array(block % 3 === 0 ? ${MANY} : 3).fill(block + 0.5);
    writer.append({ ...trial, block, warmupNs });
    writeSync(1, block + '\\n');
  }`;

/** Starts a writer and kills it after some time of writing. Resolves to the number of records that it said were kept. */
async function killedWriter(directory: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program(directory)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => (said += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (complaint += String(chunk)));
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
  await new Promise((resolve) => child.on('close', resolve));
  expect(complaint).toBe('');
  return Number(said.trim().split('\n').at(-1)) + 1;
}

it('a writer that is killed at any moment loses at most the record that it was writing, and the run goes on', async () => {
  const directory = join(temporaryFolder(), 'run');
  createRun(directory, kept.head, kept.plan).close();
  for (let kill = 0; kill < KILLS; kill++) {
    const reported = await killedWriter(directory, (LONGEST_MS * kill) / KILLS);
    const { records } = openRun(directory);
    // What was reported is there, in order; one more may have been written without a word.
    expect(records.map((record) => record.kind === 'trial' && record.block)).toEqual(
      Array.from(records, (_, index) => index),
    );
    expect([reported, reported + 1]).toContain(records.length);
    // The lock of the one before was worth nothing, and that of this one is its only trace.
    expect(readdirSync(directory).filter((file) => !FILES.includes(file))).toEqual([
      expect.stringMatching(/^writer-.*\.lock$/),
    ]);
  }
  const { writer } = resumeRun(directory);
  writer.append(trial!);
  writer.close();
  expect(openRun(directory).notes).toEqual([]);
  expect(readdirSync(directory).toSorted()).toEqual(FILES);
});
