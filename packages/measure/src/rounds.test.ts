import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundsOf } from './rounds.ts';

const trials = fc.array(fc.record({ samples: fc.integer({ min: 1, max: 30 }) }), {
  minLength: 1,
  maxLength: 12,
});

describe('rounds', () => {
  test('every trial takes all of its samples, and one in a round at most', () => {
    fc.assert(
      fc.property(trials, (all) => {
        const rounds = roundsOf(all);
        for (const trial of all) {
          const turns = rounds.map((round) => round.filter((one) => one === trial).length);
          expect(Math.max(...turns)).toBe(1);
          expect(turns.reduce((sum, count) => sum + count, 0)).toBe(trial.samples);
        }
      }),
    );
  });

  test('what few samples there are lies apart, and not at one end', () => {
    const [slow, fast] = [{ samples: 2 }, { samples: 8 }];
    const taken = roundsOf([slow, fast]).map((round) => round.includes(slow));
    expect(taken).toEqual([false, true, false, false, false, true, false, false]);
  });

  test('each trial begins as many rounds as any other, give or take one', () => {
    const all = [{ samples: 7 }, { samples: 7 }, { samples: 7 }];
    const first = roundsOf(all).map((round) => round[0]);
    expect(all.map((trial) => first.filter((one) => one === trial).length)).toEqual([3, 2, 2]);
  });
});
