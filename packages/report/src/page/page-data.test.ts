import { describe, expect, test } from 'vitest';
import { smallClaims } from '../../fixtures/small-claims.ts';
import { smallDetails } from '../../fixtures/cell-details.ts';
import { ROOFLINE } from '../../fixtures/roofline.ts';
import { smallResult } from '../../fixtures/small-result.ts';
import { pageData } from './page-data.ts';
import type { PageData } from './page-contents.ts';
import type { Result } from '@crossover/model';

const ORIGIN = { directory: 'results/one', invocation: 'pnpm bench' };

function dataOf(change: Partial<Result> = {}): PageData {
  return pageData({ ...smallResult(), ...change }, [smallDetails()], ORIGIN);
}

describe('the data of the page', () => {
  test('are JSON, and nothing of them is lost in it', () => {
    const data = dataOf({ claims: smallClaims() });
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  test('begin with an answer', () => {
    const { headline } = dataOf();
    expect(headline.answer).toBe('It depends on the code.');
    expect(headline.sentences).toEqual([
      'A typical one of 2 small programs in TypeScript runs, on this machine, rewritten in rust 1.78 times as fast.',
      'Of the 2 programs, in 1 only a rewrite helps, in 1 only more cores help.',
    ]);
    expect(headline.figures.map(({ label, text, isOpen }) => [label, text, isOpen])).toEqual([
      ['rewritten in rust', '×1.78', false],
    ]);
  });

  test('of one kernel begin with its own answer', () => {
    const { kernels, levers } = smallResult();
    const { headline } = dataOf({ kernels: kernels.slice(0, 1), levers: levers.slice(0, 1) });
    expect(headline.answer).toBe('Run it on all cores (×1.94 with 2 workers: worker-threads).');
    expect(headline.sentences[0]).toMatch(/^Of mandelbrot \(Mandelbrot set\): rewriting it in rust alone/);
  });

  test('of no kernel say so', () => {
    const nothing = { kernels: [], cells: [], comparisons: [], levers: [], attribution: [], families: [] };
    expect(pageData({ ...smallResult(), ...nothing, overall: [] }, []).headline.answer).toBe(
      'Nothing was measured',
    );
  });

  test('hold an entry for every cell of the plan, also of those without a time', () => {
    const { columns, rows } = dataOf().matrix;
    expect(columns.slice(0, 2).map(({ lane, place }) => `${lane}/${place}`)).toEqual([
      'typescript/single-thread',
      'typescript/worker-threads-2',
    ]);
    const [mandelbrot, pidigits] = rows.map(({ entries }) => entries.map((entry) => entry?.verdict ?? null));
    expect(mandelbrot).toEqual(expect.arrayContaining(['base', 'faster', 'wrong answer', 'unavailable']));
    expect(pidigits?.filter((verdict) => verdict === null)).not.toEqual([]);
  });

  test('name the command that would measure what is missing', () => {
    const { sizes, scaling } = dataOf();
    expect(sizes).toMatchObject({
      kind: 'not-measured',
      command: 'pnpm bench run mandelbrot --workload smoke,small,medium --blocks 8',
    });
    expect(scaling).toMatchObject({ command: 'pnpm bench run mandelbrot --workers 1,2,4' });
  });

  test('hold every trial of a cell with what is strange about it', () => {
    const [cell] = dataOf().cells;
    const { trials } = smallDetails();
    expect(cell?.trials.map(({ counts }) => counts)).toEqual(
      trials.map(({ leftOut }) => leftOut === undefined),
    );
    expect(cell?.trials[1]?.marks).toEqual([
      'does not count: its block was measured again',
      expect.stringContaining('disturbed: others took 21 %'),
    ]);
    expect(cell?.facts[0]).toEqual({ name: 'time', text: expect.stringContaining('74.6 ms'), isBad: false });
  });

  test('cut names that nobody can read, and keep them apart', () => {
    const result = smallResult();
    const [first, second] = result.kernels.map(({ kernel }) => `${'x'.repeat(5000)}${kernel}`);
    const kernels = [
      { ...result.kernels[0]!, kernel: first! },
      { ...result.kernels[1]!, kernel: second! },
    ];
    const names = pageData({ ...result, kernels }, []).levers.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => name.length < 80)).toBe(true);
  });
});

test('peaks that were not measured are a sentence, and those that were have roofs to draw', () => {
  expect(dataOf().roofline).toMatchObject({ kind: 'not-measured', command: 'pnpm bench run' });
  const missing = { status: 'unavailable', reason: 'there is no addon', remedy: 'install cargo' } as const;
  expect(dataOf({ roofline: { ...ROOFLINE, peaks: missing, points: [] } }).roofline).toMatchObject({
    dots: [],
    ceilings: [],
    table: { columns: [], notes: ['Not measured, because there is no addon; install cargo.'] },
  });
  const measured = dataOf({ roofline: ROOFLINE }).roofline;
  expect(measured).toMatchObject({
    ceilings: expect.arrayContaining([
      { name: 'floating-point, avx2, fused multiply-add', threads: 2, giga: 99 },
    ]),
    slopes: expect.arrayContaining([{ name: 'L2', threads: 1, giga: 98 }]),
  });
  expect(JSON.parse(JSON.stringify(measured))).toEqual(measured);
});
