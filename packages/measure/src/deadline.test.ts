import { nanoseconds } from '@crossover/model';
import { describe, expect, test } from 'vitest';
import { Deadline } from './deadline.ts';

describe('deadline', () => {
  test('without a budget everything fits', () => {
    expect(new Deadline(undefined).fits(1e18)).toBe(true);
  });

  test('what ends after it does not fit', () => {
    let now = 0;
    const deadline = new Deadline(100, () => nanoseconds(now));
    now = 60;
    expect([deadline.fits(40), deadline.fits(41)]).toEqual([true, false]);
  });

  test('shares what is left equally, so that time saved early is spent later', () => {
    let now = 0;
    const deadline = new Deadline(100, () => nanoseconds(now));
    now = 20;
    const share = deadline.share(2);
    expect([share.fits(40), share.fits(41)]).toEqual([true, false]);
  });

  test('what is spent already leaves nothing to share', () => {
    let now = 0;
    const deadline = new Deadline(100, () => nanoseconds(now));
    now = 120;
    expect(deadline.share(1).fits(1)).toBe(false);
  });
});
