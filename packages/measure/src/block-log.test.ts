import { describe, expect, test } from 'vitest';
import { BlockLog } from './block-log.ts';
import { settingsOf } from './profile.ts';
import type { BlockRecord } from '@crossover/model';

const settings = { ...settingsOf('quick', 1), blocks: 8, looks: [3, 8], spareShare: 0.25 };

function block(number: number, disturbed: boolean, replaces?: number): BlockRecord {
  return {
    kind: 'block',
    kernel: 'k',
    workload: 'smoke',
    block: number,
    ...(replaces === undefined ? {} : { replaces }),
    disturbances: disturbed ? [{ kind: 'steal', share: 0.1 }] : [],
  };
}

function logOf(...blocks: readonly BlockRecord[]): BlockLog {
  const log = new BlockLog(settings);
  for (const one of blocks) log.add(one);
  return log;
}

describe('the blocks of a kernel', () => {
  test('go on without a look until the first one is due, and end at the last', () => {
    const blocks = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => block(number, false));
    const dues = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((count) => logOf(...blocks.slice(0, count)).due);
    expect(dues).toEqual(['block', 'block', 'block', 'look', 'block', 'block', 'block', 'block', 'nothing']);
  });

  test('a disturbed one is measured again at once, and no longer counts', () => {
    const disturbed = logOf(block(0, false), block(1, true));
    expect([disturbed.counted, disturbed.replaces, disturbed.due]).toEqual([2, 1, 'block']);
    const replaced = logOf(block(0, false), block(1, true), block(2, false, 1));
    expect([replaced.counted, replaced.replaces, replaced.next]).toEqual([2, undefined, 3]);
  });

  test('are measured again for a quarter of them at most; the other disturbed ones count', () => {
    const numbers = [2, 3, 4, 5].map((number) => block(number, true));
    const noisy = [block(0, true), block(1, true, 0), ...numbers, block(6, true, 2), block(7, true)];
    expect([logOf(...noisy).counted, logOf(...noisy).replaces]).toEqual([6, undefined]);
    const more = [8, 9, 10].map((number) => block(number, true));
    expect([logOf(...noisy, ...more).counted, logOf(...noisy, ...more).replaces]).toEqual([9, undefined]);
  });

  test('are measured again for no more than a quarter of those so far, since a budget may end any time', () => {
    const early = [block(0, true), block(1, true, 0), block(2, true), block(3, true), block(4, true)];
    expect([logOf(...early).counted, logOf(...early).replaces]).toEqual([4, undefined]);
    const later = logOf(...early, block(5, false));
    expect([later.counted, later.replaces]).toEqual([5, 2]);
  });

  test('one measured in place of another counts, even if it was disturbed too', () => {
    const again = logOf(block(0, true), block(1, true, 0));
    expect([again.counted, again.replaces]).toEqual([1, undefined]);
  });
});
