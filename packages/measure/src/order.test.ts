import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancedOrders } from './order.ts';

const turnCounts = fc.integer({ min: 1, max: 12 });
const seeds = fc.integer();

/** Rows after which a square is complete. */
function squareRows(turns: number): number {
  return turns % 2 === 0 ? turns : 2 * turns;
}

/** How often each pair of numbers occurs. */
function countPairs(pairs: Iterable<readonly [number, number]>): readonly number[] {
  const counts = new Map<string, number>();
  for (const [a, b] of pairs) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
  return [...counts.values()];
}

describe('balanced orders', () => {
  test('every block holds every turn once', () => {
    fc.assert(
      fc.property(turnCounts, fc.integer({ min: 1, max: 30 }), seeds, (turns, blocks, seed) => {
        const orders = balancedOrders(turns, blocks, seed);
        expect(orders).toHaveLength(blocks);
        for (const order of orders) {
          expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: turns }, (_, index) => index));
        }
      }),
    );
  });

  test('over a square every turn stands at every position equally often', () => {
    fc.assert(
      fc.property(turnCounts, seeds, (turns, seed) => {
        const orders = balancedOrders(turns, squareRows(turns), seed);
        const counts = countPairs(
          orders.flatMap((order) => order.map((turn, position) => [turn, position] as const)),
        );
        expect(counts).toHaveLength(turns * turns);
        expect(new Set(counts).size).toBe(1);
      }),
    );
  });

  test('over a square every turn follows every other equally often', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), seeds, (turns, seed) => {
        const orders = balancedOrders(turns, squareRows(turns), seed);
        const counts = countPairs(
          orders.flatMap((order) => order.slice(1).map((turn, index) => [order[index]!, turn] as const)),
        );
        expect(counts).toHaveLength(turns * (turns - 1));
        expect(new Set(counts).size).toBe(1);
      }),
    );
  });

  test('the same seed gives the same order, and another seed another', () => {
    expect(balancedOrders(10, 6, 7)).toEqual(balancedOrders(10, 6, 7));
    expect(balancedOrders(10, 6, 7)).not.toEqual(balancedOrders(10, 6, 8));
  });

  test('more blocks only add to the order, so that a longer run repeats a shorter one', () => {
    expect(balancedOrders(7, 30, 3).slice(0, 5)).toEqual(balancedOrders(7, 5, 3));
  });
});
