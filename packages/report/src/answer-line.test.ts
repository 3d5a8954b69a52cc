import { expect, test } from 'vitest';
import { single, smallResult, withLever } from '../fixtures/small-result.ts';
import { answerLine } from './answer-line.ts';
import { kernelViews } from './kernel-view.ts';
import { symbolsOf } from './symbols.ts';
import type { Lever, LeverResult, Result, Verdict } from '@crossover/model';

const FACTORS = 'together ×1.96 = ×1.01 language ×1.94 cores ×1.00 interaction';

// The first kernel's verdicts: on cores, on the language, on both.
test.each<{ lever: Lever; verdicts: readonly Verdict[]; words: readonly string[] }>([
  {
    lever: 'cores',
    verdicts: ['faster', 'same', 'faster'],
    words: [
      'run it on all cores (×1.94 with 2 workers: worker-threads)',
      'rewriting it in rust alone changes next to nothing (×1.00–1.02)',
      FACTORS,
    ],
  },
  {
    lever: 'cores',
    verdicts: ['faster', 'slightly-slower', 'faster'],
    words: [
      'run it on all cores (×1.94 with 2 workers: worker-threads)',
      'rewriting it in rust alone makes it slower, by how much is open (×1.00–1.02)',
      FACTORS,
    ],
  },
  {
    lever: 'language',
    verdicts: ['slower', 'faster', 'faster'],
    words: ['rewrite it in rust (×1.01)', 'running it on all cores alone makes it slower (×1.94)', FACTORS],
  },
  {
    lever: 'both',
    verdicts: ['slightly-faster', 'faster', 'faster'],
    words: [
      'do both: rewrite it in rust and run it on all cores (×1.96)',
      'rewriting it in rust alone gains ×1.01',
      'running it on all cores alone gains, by how much is open (×1.90–1.98)',
      FACTORS,
    ],
  },
  {
    lever: 'neither',
    verdicts: ['same', 'slower', 'same'],
    words: [
      'neither rewriting nor more cores help',
      'rewriting it in rust alone makes it slower (×1.01)',
      'running it on all cores alone changes next to nothing (×1.90–1.98)',
    ],
  },
  {
    lever: 'inconclusive',
    verdicts: ['inconclusive', 'faster', 'faster'],
    words: [
      'no clear answer',
      'rewriting it in rust alone gains ×1.01',
      'running it on all cores alone may help or not (×1.90–1.98)',
      FACTORS,
    ],
  },
  {
    lever: 'inconclusive',
    verdicts: ['withheld', 'withheld', 'withheld'],
    words: [
      'no clear answer',
      'rewriting it in rust alone reads ×1.01',
      'running it on all cores alone reads ×1.94',
      FACTORS,
    ],
  },
])('lever $lever with $verdicts is put into words', ({ lever, verdicts, words }) => {
  expect(spoken(withLever({ lever }, verdicts))).toBe(words.join('; '));
});

test('what only its interval alone shows is said with care', () => {
  const result = withLever({ lever: 'inconclusive' }, ['inconclusive', 'inconclusive', 'faster']);
  const looks: readonly Verdict[] = ['slightly-slower', 'same'];
  const comparisons = result.comparisons.map((one, index) =>
    looks[index] === undefined ? one : Object.assign({}, one, { alone: looks[index] }),
  );
  const words = spoken({ ...result, comparisons });
  expect(words).toContain('rewriting it in rust alone seems to change next to nothing (×1.00–1.02)');
  expect(words).toContain('running it on all cores alone seems to make it slower (×1.90–1.98)');
});

test('some cores are not called all cores', () => {
  const result = smallResult();
  const many = { ...result, fingerprint: { ...result.fingerprint, cores: 16 } };
  expect(spoken(many)).toContain('run it on 2 cores (×1.94');
});

test('both levers that together are no better than one are not recommended together', () => {
  const result = withLever({ lever: 'both' }, ['faster', 'faster', 'faster']);
  const alone = {
    ...result.comparisons[0]!,
    base: 'mandelbrot/medium/typescript/worker-threads-2',
    subject: 'mandelbrot/medium/rust/worker-threads-2',
    speedUp: { estimate: 0.97, low: 0.93, high: 1.01 },
  };
  expect(spoken({ ...result, comparisons: [...result.comparisons, alone] })).toMatch(
    /^rewriting or more cores: either helps; /,
  );
});

test('the cell with both levers pulled is named where it is another than those judged alone', () => {
  const result = withLever({ language: 'mandelbrot/medium/assemblyscript/single-thread' }, []);
  expect(spoken(result)).toContain('together as rust/worker-threads-2 ×1.96 = ×1.01 language');
});

test('a single block is called what it is', () => {
  const result = withLever({ lever: 'inconclusive' }, ['inconclusive', 'inconclusive', 'inconclusive']);
  const comparisons = result.comparisons.map((one) => Object.assign({}, one, { speedUp: single(1.5) }));
  expect(spoken({ ...result, comparisons })).toContain(
    'rewriting it in rust alone reads ×1.50 in a single block',
  );
});

test('without any lever measured, the note is all there is to say', () => {
  const lever: LeverResult = {
    kernel: 'mandelbrot',
    workload: 'medium',
    lever: 'inconclusive',
    note: 'no base',
  };
  expect(spoken({ ...smallResult(), attribution: [], levers: [lever] })).toBe('no clear answer; no base');
});

test('where the work cannot be divided, the answer says so', () => {
  expect(spoken(smallResult(), 1)).toBe(
    'rewrite it in rust (×3.13); its work cannot be divided: cores cannot help',
  );
});

function spoken(result: Result, index = 0): string {
  const { lead, rest } = answerLine(
    kernelViews(result)[index]!,
    result.fingerprint.cores,
    symbolsOf({ unicode: true }),
  );
  return rest === '' ? lead : `${lead}; ${rest}`;
}
