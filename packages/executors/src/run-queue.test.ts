import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { parseWait, RunQueue } from './run-queue.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossover-run-queue-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function thread(number: number, waitNs: number): void {
  mkdirSync(join(folder, `${number}`), { recursive: true });
  writeFileSync(join(folder, `${number}`, 'schedstat'), `1198366 ${waitNs} 2\n`);
}

describe('the run queue of a process', () => {
  it('is the sum over its threads', () => {
    thread(1, 30);
    thread(2, 12);
    expect(new RunQueue(folder).read()).toBe(42);
  });

  it('keeps what a thread waited that has ended, and counts what new ones wait', () => {
    const queue = new RunQueue(folder);
    thread(1, 30);
    thread(2, 12);
    queue.read();
    rmSync(join(folder, '2'), { recursive: true });
    thread(1, 31);
    thread(3, 5);
    expect(queue.read()).toBe(48);
  });

  it('takes a thread that has waited less than before for another one with its number', () => {
    const queue = new RunQueue(folder);
    thread(1, 30);
    queue.read();
    thread(1, 4);
    expect(queue.read()).toBe(34);
  });

  it('is unknown, not zero, where no thread says anything', () => {
    expect(new RunQueue(join(folder, 'missing')).read()).toBeUndefined();
    mkdirSync(join(folder, '1'));
    expect(new RunQueue(folder).read()).toBeUndefined();
  });
});

test('the wait of a thread is the second of three numbers, in nanoseconds', () => {
  expect(parseWait('1198366 82283 2\n')).toBe(82_283);
  expect(['', '12 x 3\n', '1 2\n', '1 2 3 4\n'].map(parseWait)).toEqual(Array(4).fill(undefined));
});
