import { expect, test } from 'vitest';
import { UNBOUNDED } from '@crossover/model';
import { single, smallResult } from '../fixtures/small-result.ts';
import { renderNoise } from './noise-report.ts';
import type { Noise } from '@crossover/model';

const { noise } = smallResult();

test('the noise is told in sentences', () => {
  expect(rendered({})).toBe(
    [
      'Noise',
      '2 cells were measured twice per block: the two differ by up to 0.8 %. The smallest difference that this run can see is 2.4 %. All intervals are made ×1.20 wider for that.',
    ].join('\n'),
  );
});

test('withheld verdicts are explained', () => {
  expect(rendered({ verdictsWithheld: true })).toContain('too noisy, and verdicts are withheld');
});

test('one block cannot tell a difference from noise', () => {
  const [twin] = noise.twins;
  const text = rendered({
    twins: [{ ...twin!, ratio: single(1.1) }],
    inflation: 1,
    floor: 0.1,
    smallestVisible: UNBOUNDED,
  });
  expect(text).toContain(
    'One cell was measured twice per block: the two differ by up to 10 %. One block shows no spread',
  );
});

test('no twin at all is said, too', () => {
  expect(rendered({ twins: [], verdictsWithheld: true })).toContain(
    'the noise is unknown: verdicts are withheld',
  );
});

function rendered(change: Partial<Noise>): string {
  return renderNoise({ ...noise, ...change }, { width: 400, colour: false, unicode: true });
}
