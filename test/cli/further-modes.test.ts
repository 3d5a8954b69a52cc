import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sharedMappingUnavailable } from '../../packages/addon/dist/index.js';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import type { Outcome } from '../fixtures/crossover.ts';
import type { Result } from '@crossover/model';

/** Why there is no memory that processes share; undefined where there is. */
const shared = await sharedMappingUnavailable();
const folder = temporaryFolder();
const run = join(folder, 'run');
const json = join(folder, 'result.json');
const HYBRID = 'mandelbrot/smoke/typescript/hybrid-2x1';
let printed: Outcome;
let result: Result;

beforeAll(async () => {
  const args = ['run', 'mandelbrot', '--workload', 'smoke', '--lane', 'typescript', '--blocks', '2'];
  const modes = ['--mode', 'processes,event-loop,hybrid', '--workers', '2,2x1'];
  printed = await crossover([
    ...args,
    ...modes,
    '--placement',
    'default,shared',
    '--wait',
    'park',
    '--out',
    run,
    '--json',
    json,
  ]);
  result = JSON.parse(readFileSync(json, 'utf8')) as Result;
});

describe('a run of further modes', () => {
  test('measures them beside the standard ones, each with a checked answer', () => {
    expect(printed.exitCode).toBe(0);
    const places = result.cells.map(({ id, status, further }) => [
      id.split('/').slice(3).join('/'),
      status,
      further,
    ]);
    expect(places).toEqual([
      ['single-thread', 'ok', undefined],
      ['processes-2', 'ok', undefined],
      ['processes-2/shared', shared === undefined ? 'ok' : 'unavailable', undefined],
      ['event-loop-2', 'ok', true],
      ['hybrid-1x2', 'ok', true],
      ['hybrid-2x1', 'ok', true],
    ]);
  });

  test('makes the answer of the standard ones only', () => {
    expect(result.levers[0]?.cores).toBe('mandelbrot/smoke/typescript/processes-2');
    expect(printed.stdout).toContain('further modes and tuned placements: never part of the answer');
    expect(result.families[0]?.comparisons).toBe(1);
  });

  test('compares a tuned placement with that of the mode itself, where it can be had', () => {
    const own = 'mandelbrot/smoke/typescript/processes-2';
    const cell = result.cells.find(({ id }) => id === `${own}/shared`);
    const pairs = result.comparisons.filter(({ base }) => base === own).map(({ subject }) => subject);
    expect(cell).toMatchObject(
      shared === undefined ? { status: 'ok' } : { status: 'unavailable', ...shared },
    );
    expect(pairs).toEqual(shared === undefined ? [`${own}/shared`] : []);
  });

  test('keeps what the executors were told, and says it', () => {
    expect(result.settings.waitPolicy).toBe('park');
    expect(printed.stdout).toContain('waiting: park');
  });

  test('can be looked at cell by cell', async () => {
    const { exitCode, stdout } = await crossover(['show', HYBRID, '--run', run]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('mode hybrid (further: never part of the answer), 2 workers in 2 processes');
  });

  test('can be compared with another one', async () => {
    const { exitCode, stdout } = await crossover(['compare', run, run, '--format', 'markdown']);
    // So few blocks may be too noisy for a verdict, but nothing can be slower than itself.
    expect([0, 4]).toContain(exitCode);
    expect(stdout).toContain('mandelbrot/typescript/hybrid-2x1');
  });
});

test('verify runs every mode when it is asked for all of them, and says what cannot be had', async () => {
  const args = ['verify', 'mandelbrot', '--lane', 'typescript', '--mode', 'all', '--workers', '2'];
  const { exitCode, stdout } = await crossover(args);
  expect(exitCode).toBe(0);
  for (const column of ['single-thread', 'worker-threads 2', 'processes 2', 'event-loop 2']) {
    expect(stdout).toContain(column);
  }
  expect(stdout).toMatch(/hybrid 1x2 2x1/);
});

test('list says which modes answers are made from, and which placements there are', async () => {
  const { stdout } = await crossover(['list']);
  expect(stdout).toMatch(/processes +standard/);
  expect(stdout).toMatch(/event-loop +further .*not parallel/);
  expect(stdout).toMatch(/hybrid +further .*1x2/);
  expect(stdout).toMatch(/\nplacements\n +default +all modes/);
});
