import { describe, expect, test } from 'vitest';
import { parseDuration, parseParameters, parseWorkers } from './options.ts';

describe('values on the command line', () => {
  test('a duration is a number with a unit', () => {
    expect(parseDuration('90s')).toBe(90e9);
    expect(parseDuration('1.5m')).toBe(90e9);
    expect(parseDuration('250ms')).toBe(250e6);
    for (const wrong of ['90', 's', '-5s', '0s', '5 m', '1e3s', ''])
      expect(() => parseDuration(wrong)).toThrow('duration');
  });

  test('worker counts are a list without repetition', () => {
    expect(parseWorkers('1,2,2, 4')).toEqual([1, 2, 4]);
  });

  test('parameters of several flags add up, but each is set once', () => {
    expect(parseParameters('steps=1', parseParameters('size=2'))).toEqual({ size: 2, steps: 1 });
    expect(() => parseParameters('size=1,size=1')).toThrow('size is set twice');
    expect(() => parseParameters('size=1', { size: 2 })).toThrow('size is set twice');
  });

  test('parameters are names with numbers', () => {
    expect(parseParameters('size=2000, ratio=0.5')).toEqual({ size: 2000, ratio: 0.5 });
    for (const wrong of ['size', 'size=', '=3', 'size=1=2', 'size=Infinity', '']) {
      expect(() => parseParameters(wrong)).toThrow('not a parameter');
    }
  });
});
