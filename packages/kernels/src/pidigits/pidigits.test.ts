import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernel } from './kernel.ts';
import { pidigits } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

function digits(count: number): string {
  const decimals = new Uint8Array(count);
  pidigits(count, decimals, 0, 1);
  return decimals.join('');
}

/** Machin's formula, π = 16 arctan 1/5 − 4 arctan 1/239, with ten digits more than are wanted. */
function machin(count: number): string {
  const one = 10n ** BigInt(count + 10);
  const arctan = (inverse: bigint): bigint => {
    let sum = 0n;
    let power = one / inverse;
    for (let n = 1n; power !== 0n; n += 2n) {
      sum += (n % 4n === 1n ? power : -power) / n;
      power /= inverse * inverse;
    }
    return sum;
  };
  return String(16n * arctan(5n) - 4n * arctan(239n)).slice(0, count);
}

describe('pidigits', () => {
  it('begins with the published digits', () => {
    expect(digits(vectors.digits.length)).toBe(vectors.digits);
  });

  it.each(['smoke', 'small', 'medium'] as const)('the %s workload has the published digits', (name) => {
    const { parameters, digest } = kernel.workloads[name];
    const decimals = new Uint8Array(parameters['digits']!);
    pidigits(decimals.length, decimals, 0, 1);
    expect(kernel.digest({ decimals }, parameters)).toBe(digest);
  });

  it('the workloads expect what the reference programs gave', () => {
    const digests = Object.entries(kernel.workloads).map(([name, { digest }]) => [name, digest]);
    expect(Object.fromEntries(digests)).toStrictEqual(vectors.workloads);
  });

  it('passes the six nines from the 763rd digit on, where carries are longest', () => {
    expect(digits(768).slice(-7)).toBe('4999999');
  });

  it('gives the digits of another formula, however many', () => {
    const many = machin(1200);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1200 }), (count) => {
        expect(digits(count)).toBe(many.slice(0, count));
      }),
      { numRuns: 20 },
    );
  });

  it('writes nothing for no items, and nothing behind the last digit', () => {
    const decimals = new Uint8Array(6).fill(99);
    pidigits(4, decimals, 1, 1);
    expect([...decimals]).toEqual([99, 99, 99, 99, 99, 99]);
    pidigits(4, decimals, 0, 1);
    expect([...decimals]).toEqual([3, 1, 4, 1, 99, 99]);
  });
});
