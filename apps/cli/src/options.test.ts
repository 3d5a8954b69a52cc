import { describe, expect, test } from 'vitest';
import { MODES } from '@crossover/executors';
import {
  parseDuration,
  parseLanes,
  parseModes,
  parseParameters,
  parsePlacements,
  parseWorkers,
  parseWorkloads,
} from './options.ts';

describe('values on the command line', () => {
  test('a duration is a number with a unit', () => {
    expect(parseDuration('90s')).toBe(90e9);
    expect(parseDuration('1.5m')).toBe(90e9);
    expect(parseDuration('250ms')).toBe(250e6);
    for (const wrong of ['90', 's', '-5s', '0s', '5 m', '1e3s', ''])
      expect(() => parseDuration(wrong)).toThrow('duration');
  });

  test('worker counts are a list without repetition', () => {
    expect(parseWorkers('1,2,2, 4')).toEqual({ counts: [1, 2, 4], splits: [] });
  });

  test('workers may be divided into processes and threads', () => {
    const split = { processes: 2, threads: 3 };
    expect(parseWorkers('4,2x3,2x3')).toEqual({ counts: [4], splits: [split] });
    for (const wrong of ['2x', 'x2', '2x2x2', '0x2', '2x0', '1.5x2', '9x9']) {
      expect(() => parseWorkers(wrong)).toThrow(/whole number|worker count|impossible|not processes/);
    }
  });

  test('workloads come in ascending size, whatever their order', () => {
    expect(parseWorkloads('large, small,medium,small')).toEqual(['small', 'medium', 'large']);
    expect(() => parseWorkloads('small,huge')).toThrow('huge');
  });

  test('modes may be named by what they count for', () => {
    expect(parseModes('standard')).toEqual(['single-thread', 'worker-threads', 'processes']);
    expect(parseModes('all,processes')).toEqual(MODES.map(({ id }) => id));
    expect(parseModes('standard,further').toSorted()).toEqual(parseModes('all').toSorted());
  });

  test('a list that names nothing is a mistake', () => {
    for (const nothing of ['', ' , ']) {
      for (const parse of [parseWorkers, parseModes, parseLanes, parsePlacements]) {
        expect(() => parse(nothing)).toThrow('names nothing');
      }
    }
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
