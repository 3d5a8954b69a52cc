import { nanoseconds } from '@crossover/model';
import { describe, expect, test } from 'vitest';
import { Deadline } from './deadline.ts';

describe('deadline', () => {
  test('without a budget another block always fits', () => {
    let now = 0;
    const deadline = new Deadline(undefined, () => nanoseconds(now));
    now = 1e18;
    deadline.lap();
    expect(deadline.allowsAnother).toBe(true);
  });

  test('allows a block only when one as long as the longest fits', () => {
    let now = 0;
    const deadline = new Deadline(100, () => nanoseconds(now));
    now = 40;
    deadline.lap();
    expect(deadline.allowsAnother).toBe(true);
    now = 70;
    deadline.lap();
    expect(deadline.allowsAnother).toBe(false);
  });

  test('does not count what came before the first block as part of it', () => {
    let now = 0;
    const deadline = new Deadline(100, () => nanoseconds(now));
    now = 50;
    deadline.start();
    now = 70;
    deadline.lap();
    expect(deadline.allowsAnother).toBe(true);
  });

  test('shares what is left equally, so that time saved early is spent later', () => {
    let now = 0;
    const deadline = new Deadline(100, () => nanoseconds(now));
    now = 20;
    const share = deadline.share(2);
    now = 60;
    expect(share.allowsAnother).toBe(true);
    now = 61;
    expect(share.allowsAnother).toBe(false);
  });
});
