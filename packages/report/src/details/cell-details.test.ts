import { stripVTControlCharacters } from 'node:util';
import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  oneof,
  property,
  string,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measuredTrial, smallDetails } from '../../fixtures/cell-details.ts';
import { smallResult } from '../../fixtures/small-result.ts';
import { renderCellDetails } from './cell-details.ts';
import { TRIAL_PHASES } from '@crossover/model';
import type { CellDetails, MeasuredCell } from '@crossover/model';

const PLAIN = { width: 100, colour: false, unicode: true };

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

describe('one cell under the microscope', () => {
  test('shows what the run holds about it', () => {
    expect(`\n${renderCellDetails(smallDetails(), PLAIN, { directory: 'results/one' })}`)
      .toMatchInlineSnapshot(`
        "
        mandelbrot/medium/rust/worker-threads-2
        mandelbrot: Mandelbrot set
        workload medium: size 1000, 1000 items
        lane rust, mode worker-threads, 2 workers
        measured 2026-09-23T10:00:00.000Z on Invented CPU @ 3 GHz, 2 cores, Node 26.10.0; results/one

          time      74.6 ms ±1.5 % (73.5 ms to 75.7 ms); 6 trials, 1 more failed
          CPU time  149 ms ±1.0 % (148 ms to 151 ms)
          memory    50.0 MiB at most
          speed-up  ×1.96 (1.92–2.00) over mandelbrot/medium/typescript/single-thread: faster *
          groups    70.0 ms in 75 %, 90.0 ms in 25 % of its trials
          digest    9beadc69396d01081a98cf5dc057ce89: the right answer
          sampling  3 samples of 2 in each trial; calibrated at 74.0 ms
        verdicts with *: a test that assumes no distribution does not confirm them; more blocks would tell

        Once for each trial
          spawn  30.0 ms  75 %  ██████████████████████████████
          load   10.0 ms  25 %  ██████████

        Phases of an operation
          encode        0 ns
          place         0 ns
          dispatch      0 ns
          marshal       0 ns
          transport     0 ns
          compute    74.6 ms  100 %  ████████████████████████████████████████
          wait          0 ns
          collect       0 ns

        Passes of an operation
          escape  60.0 ms  81 %  ████████████████████████████████          ±3.4 %
          pack    14.0 ms  19 %  ████████                                  ±7.4 %, 1000 calls

        Trials, in the order in which they were measured
        warm-up, operation by operation, from 70.0 ms to 300 ms; then samples from 70.0 ms to 91.0 ms;
        logarithmic, and the same in all trials
        block 0, position 0
          warm-up   █▅▂▁▁▁  steady after 6 operations, 751 ms
          samples   ▁▁▂     median 71.0 ms (70.0 ms to 74.0 ms), 3 samples of 2
        block 1, position 3
          warm-up   █▅▂▁▁▁  not steady after 6 operations, 751 ms
          samples   ▁▁▂     median 71.0 ms (70.0 ms to 74.0 ms), 3 samples of 2
          • does not count: its block was measured again
          • disturbed: others took 21 % of the time of the cores in its block
        block 2, position 0, twin
          warm-up   █▅▂▁▁▁  steady after 6 operations, 751 ms
          samples   ▅██     median 90.0 ms (80.0 ms to 91.0 ms), 3 samples of 2
          • twin: shows the noise only
        block 3, position 1
          no answer within 60 s; the process was ended
          • does not count: failed

        What else happened during each
           block  position     time    CPU  steal  run queue  involuntary switches
        ──────────────────────────────────────────────────────────────────────────
               0         0  71.0 ms  197 %   0 ns    3.10 ms                    12
               1         3  71.0 ms  197 %   0 ns    3.10 ms                    12
        2 (twin)         0  90.0 ms  162 %   0 ns    3.10 ms                    12
        unavailable in this run: PSI, GC"
      `);
  });

  test('fits a narrow place that shows nothing but ASCII', () => {
    const text = renderCellDetails(smallDetails(), { width: 50, colour: false, unicode: false });
    // Ids, digests and figures stay whole, so that they can be copied.
    expect(widest(text.replaceAll(/^.*(?:digest|mandelbrot\/).*$/gm, ''))).toBeLessThanOrEqual(50);
    expect(text).toMatch(/^[\n\u0020-\u007E]*$/);
    expect(text.slice(text.indexOf('Trials'))).toMatchInlineSnapshot(`
      "Trials, in the order in which they were measured
      warm-up, operation by operation, from 70.0 ms to
      300 ms; then samples from 70.0 ms to 91.0 ms;
      logarithmic, and the same in all trials
      block 0, position 0
        warm-up   #+.___
                  steady after 6 operations, 751 ms
        samples   __.
                  median 71.0 ms (70.0 ms to 74.0 ms), 3
                  samples of 2
      block 1, position 3
        warm-up   #+.___
                  not steady after 6 operations, 751 ms
        samples   __.
                  median 71.0 ms (70.0 ms to 74.0 ms), 3
                  samples of 2
        * does not count: its block was measured again
        * disturbed: others took 21 % of the time of the
          cores in its block
      block 2, position 0, twin
        warm-up   #+.___
                  steady after 6 operations, 751 ms
        samples   +##
                  median 90.0 ms (80.0 ms to 91.0 ms), 3
                  samples of 2
        * twin: shows the noise only
      block 3, position 1
        no answer within 60 s; the process was ended
        * does not count: failed

      What else happened during each
      block 0, position 0, time 71.0 ms, CPU 197 %,
        steal 0 ns, run queue 3.10 ms, involuntary
        switches 12
      block 1, position 3, time 71.0 ms, CPU 197 %,
        steal 0 ns, run queue 3.10 ms, involuntary
        switches 12
      block 2 (twin), position 0, time 90.0 ms, CPU
        162 %, steal 0 ns, run queue 3.10 ms,
        involuntary switches 12
      unavailable in this run: PSI, GC"
    `);
  });

  test('has the same words with colour as without', () => {
    const coloured = renderCellDetails(smallDetails(), { ...PLAIN, colour: true });
    expect(coloured).not.toBe(renderCellDetails(smallDetails(), PLAIN));
    expect(stripVTControlCharacters(coloured)).toBe(renderCellDetails(smallDetails(), PLAIN));
  });

  test('of a cell that failed or was not measured it says why', () => {
    const { cells } = smallResult();
    const shown = ['failed', 'unavailable'].map((status) => {
      const cell = cells.find((candidate) => candidate.status === status)!;
      const { comparison: _, ...details } = smallDetails();
      return renderCellDetails({ ...details, cell, trials: [] }, PLAIN);
    });
    expect(shown[0]).toContain('failed: the answer is wrong (block 0)');
    expect(shown[0]).toContain('deadbeef in place of 9beadc69396d01081a98cf5dc057ce89');
    expect(shown[1]).toContain('unavailable: not measured yet');
    for (const text of shown) expect(text).toContain('No trial of it was recorded.');
  });

  test('shows covariates of each sample, whatever their names, where there are some', () => {
    const columns = { gcNs: [0, 5e6, null], newOnes: [1, 2, 3], wrongLength: [1], allZero: [0, 0, 0] };
    const covariates: object = { gcNs: 5e6, cacheBytes: 2048 };
    const trial = measuredTrial({ covariates });
    const text = renderCellDetails(
      {
        ...smallDetails(),
        trials: [{ ...trial, trial: Object.assign({}, trial.trial, { samplesCovariates: columns }) }],
      },
      PLAIN,
    );
    expect(text).toMatch(/^ {2}GC {8}▁█$/m);
    expect(text).toMatch(/^ {2}new ones {2}▃▆█$/m);
    expect(text).not.toMatch(/wrong length|all zero/);
    expect(text).toContain('5.00 ms');
    expect(text).toContain('2.00 KiB');
    expect(text).toContain('unavailable in this run: steal, run queue, involuntary switches, PSI');
  });
});

describe('what a run may hold', () => {
  test('a million samples, and thousands of trials, become a page', () => {
    const samplesNs = Array.from({ length: 1e6 }, (_, index) => 1e6 + (index % 1000));
    const many = Array.from({ length: 5000 }, (_, block) => measuredTrial({ block }));
    const trials = [measuredTrial({ samplesNs, warmupNs: samplesNs }), ...many];
    const text = renderCellDetails({ ...smallDetails(), trials }, PLAIN);
    expect(text).toContain('and 4941 more');
    expect(text.split('\n').length).toBeLessThan(300);
    expect(widest(text)).toBeLessThanOrEqual(100);
  });

  const time = oneof(double(), constantFrom(0, -1, 5e-324, Number.MAX_VALUE, Number.NaN, Infinity));
  const text = oneof(string({ unit: 'binary' }), constant('\u001B[2J\r\n\u202Eevil\u0007'));

  test('no text in it moves the cursor or forges a line, and no number is too strange', () => {
    assert(
      property(
        array(time, { maxLength: 40 }),
        text,
        integer({ min: 1, max: 200 }),
        boolean(),
        (times, word, width, unicode) => {
          const details = hostileDetails(times, word);
          const shown = renderCellDetails(details, { width, colour: false, unicode }, { directory: word });
          expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
          expect(unicode || /^[\n\u0020-\u007E]*$/.test(shown)).toBe(true);
        },
      ),
    );
  });
});

function hostileDetails(times: readonly number[], word: string): CellDetails {
  const details = smallDetails();
  const ns = times[0] ?? 1;
  const recordedBySample: object = { samplesCovariates: { [word]: times } };
  const estimate = { estimate: ns, low: times[1] ?? ns, high: times[2] ?? ns };
  const phasesNs = Object.fromEntries(TRIAL_PHASES.map((phase) => [phase, ns])) as MeasuredCell['phasesNs'];
  return {
    ...details,
    createdAt: word,
    fingerprint: { ...details.fingerprint, cpuModel: word, node: word },
    kernel: { ...details.kernel, title: word, parameters: { [word]: ns } },
    cell: Object.assign({}, details.cell, {
      id: word,
      lane: word,
      mode: word,
      digest: word,
      wallNs: estimate,
      cpuNs: estimate,
      phasesNs,
      peakRssBytes: ns,
      passesNs: [
        { name: word, calls: ns, ...estimate },
        { name: word, ...estimate },
      ],
    }),
    trials: [
      measuredTrial({
        samplesNs: times,
        cpuNs: times,
        warmupNs: times,
        covariates: { [word]: ns, stealNs: ns },
        ...recordedBySample,
      }),
      ...details.trials,
    ],
  };
}
