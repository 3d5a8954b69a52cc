import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { amdahlFit, karpFlatt, scalingFit, uslFit } from './scaling.ts';
import { seededNormal } from './random.ts';
import type { ScalingPoint } from './scaling.ts';

const COUNTS = [1, 2, 3, 4, 6, 8, 12, 16];

function points(serial: number, crosstalk: number, counts = COUNTS): readonly ScalingPoint[] {
  return counts.map((workers) => ({
    workers,
    ratio: 1 / workers + serial * (1 - 1 / workers) + crosstalk * (workers - 1),
  }));
}

test('Karp and Flatt give back the serial share of Amdahl’s law', () => {
  expect(karpFlatt(1.6, 2)).toBeCloseTo(0.25, 12);
  expect(karpFlatt(2, 2)).toBe(0);
  expect(karpFlatt(1, 8)).toBe(1);
  expect(karpFlatt(4.5, 4)).toBeLessThan(0);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 2, max: 64 }), (serial, p) => {
      expect(karpFlatt(1 / (serial + (1 - serial) / p), p)).toBeCloseTo(serial, 9);
    }),
  );
  expect(() => karpFlatt(1, 1)).toThrow('expected more than one worker, got 1');
});

test('points on a law give back its parameters', () => {
  expect(amdahlFit(points(0.1, 0), 16)).toMatchObject({
    kind: 'fit',
    law: 'amdahl',
    serial: expect.closeTo(0.1, 9),
  });
  expect(uslFit(points(0.05, 0.002), 16)).toMatchObject({
    kind: 'fit',
    law: 'usl',
    serial: expect.closeTo(0.05, 9),
    crosstalk: expect.closeTo(0.002, 9),
  });
});

test('a published ray tracer scales as SciPy fits it', () => {
  const { workers, ratio, usl, amdahl } = reference.rayTracer;
  const measured = workers.map((count, index) => ({ workers: count, ratio: ratio[index]! }));
  expect(uslFit(measured, 64)).toMatchObject({
    serial: expect.closeTo(usl[0]!, 9),
    crosstalk: expect.closeTo(usl[1]!, 9),
  });
  expect(amdahlFit(measured, 64)).toMatchObject({ serial: expect.closeTo(amdahl, 9) });
});

test('the criterion mostly chooses the law that made the points, and the simpler one where both fit', () => {
  const normal = seededNormal(21);
  const chosen = (law: readonly ScalingPoint[]): readonly string[] =>
    Array.from({ length: 100 }, () => {
      const blocks = [0, 1, 2, 3].flatMap(() =>
        law.map(({ workers, ratio }) => ({ workers, ratio: ratio + 0.01 * normal() })),
      );
      const fit = scalingFit(blocks, 16);
      return fit.kind === 'fit' ? fit.law : fit.kind;
    });
  expect(new Set(chosen(points(0.05, 0.01)))).toEqual(new Set(['usl']));
  expect(chosen(points(0.2, 0)).filter((law) => law === 'amdahl').length).toBeGreaterThan(80);
  expect(scalingFit(points(0.2, 0), 16)).toMatchObject({ law: 'amdahl' });
});

test('neither parameter is ever negative', () => {
  const superlinear = COUNTS.map((workers) => ({ workers, ratio: 0.9 / workers }));
  expect(uslFit(superlinear, 16)).toMatchObject({ serial: 0, crosstalk: 0 });
  expect(amdahlFit(superlinear, 16)).toMatchObject({ serial: 0 });
});

test('too few numbers of workers are refused with the reason, and those beyond the cores do not count', () => {
  const reason = 'it needs 3 numbers of workers up to the 2 cores, 1 included; there are 2';
  expect(amdahlFit(points(0.1, 0), 2)).toEqual({ kind: 'refused', reason });
  expect(scalingFit(points(0.1, 0), 2)).toEqual({ kind: 'refused', reason });
  expect(uslFit(points(0.1, 0), 6)).toMatchObject({ kind: 'refused' });
  expect(uslFit(points(0.1, 0), 8)).toMatchObject({ kind: 'fit' });
  expect(scalingFit(points(0.1, 0.001), 6)).toMatchObject({ law: 'amdahl' });
});
