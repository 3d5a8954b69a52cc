import { describe, expect, it } from 'vitest';
import { covariatesBetween, parsePressure, parseSteal, readCounters } from './counters.ts';

describe('the counters of Linux', () => {
  it('has steal in hundredths of a second, over all cores', () => {
    expect(parseSteal('cpu  28625 0 10131 383057 1046 0 160 1152 0 0\ncpu0 1 1 1 1 1 1 1 7 0 0\n')).toBe(
      11_520_000_000,
    );
    expect(parseSteal('cpu  1 2 3 4 5 6 7 0 0 0\n')).toBe(0);
  });

  it('has pressure in microseconds, on the line of those that wait at all', () => {
    const text =
      'some avg10=40.50 avg60=15.77 avg300=5.65 total=44325638\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=9\n';
    expect(parsePressure(text)).toBe(44_325_638_000);
  });

  it.each(['', 'cpu  1 2 3\n', 'intr 1 2 3', 'some avg10=0.00 total=\n'])(
    'says nothing when a file holds %j',
    (text) => expect([parseSteal(text), parsePressure(text)]).toEqual([undefined, undefined]),
  );
});

describe('the covariates of a stretch of time', () => {
  it('are what the counters grew by', () => {
    expect(covariatesBetween({ stealNs: 5, psiNs: 7 }, { stealNs: 8, psiNs: 7 })).toEqual({
      stealNs: 3,
      psiNs: 0,
    });
  });

  it('lack what one reading lacks, and what went down', () => {
    expect(covariatesBetween({ stealNs: 5 }, { psiNs: 7 })).toEqual({});
    expect(covariatesBetween({ gcNs: 5, stealNs: 1 }, { gcNs: 4, stealNs: 1 })).toEqual({
      stealNs: 0,
    });
  });

  it('are never negative on this machine', () => {
    const before = readCounters();
    let sum = 0;
    for (let i = 0; i < 1e6; i++) sum += Math.sqrt(i);
    expect(sum).toBeGreaterThan(0);
    for (const value of Object.values(covariatesBetween(before, readCounters()))) {
      expect(value).toBeGreaterThanOrEqual(0);
    }
  });
});
