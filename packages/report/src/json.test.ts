import { expect, test } from 'vitest';
import { single, smallResult } from '../fixtures/small-result.ts';
import { renderJson } from './json.ts';

test('what is written is what is read back', () => {
  const text = renderJson(smallResult());
  expect(JSON.parse(text)).toEqual(smallResult());
  expect(text).toMatch(/^\{\n {2}"schema": "crossover.result\/1",\n/);
  expect(text.endsWith('}\n')).toBe(true);
});

test('fields have the names that programs rely on', () => {
  const { cells, comparisons, attribution, noise } = smallResult();
  expect(Object.keys(smallResult())).toEqual(
    expect.arrayContaining([
      'schema',
      'fingerprint',
      'settings',
      'cells',
      'comparisons',
      'attribution',
      'noise',
    ]),
  );
  expect(Object.keys(cells[0]!)).toEqual(
    expect.arrayContaining([
      'id',
      'kernel',
      'workload',
      'lane',
      'mode',
      'workers',
      'status',
      'digest',
      'wallNs',
    ]),
  );
  expect(Object.keys(comparisons[0]!)).toEqual(
    expect.arrayContaining(['kernel', 'base', 'subject', 'speedUp', 'verdict']),
  );
  expect(Object.keys(attribution[0]!)).toEqual(
    expect.arrayContaining(['kernel', 'language', 'parallel', 'interaction', 'together', 'lever']),
  );
  expect(Object.keys(noise)).toEqual(
    expect.arrayContaining(['twins', 'floor', 'smallestVisible', 'verdictsWithheld']),
  );
});

test('an interval without an end stays a number', () => {
  const result = smallResult();
  const comparisons = [{ ...result.comparisons[0]!, speedUp: single(2) }];
  expect(JSON.parse(renderJson({ ...result, comparisons })).comparisons).toEqual(comparisons);
});

test('a number that JSON cannot hold is an error, not a null', () => {
  const result = smallResult();
  for (const floor of [Number.NaN, Infinity]) {
    expect(() => renderJson({ ...result, noise: { ...result.noise, floor } })).toThrow(/JSON cannot/);
  }
});
