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
    'One cell was measured twice per block: the two differ by up to 10 %. So few blocks show hardly any spread',
  );
});

test('no twin at all is said, too', () => {
  expect(rendered({ twins: [], verdictsWithheld: true })).toContain(
    'the noise is unknown: verdicts are withheld',
  );
});

test('disturbed blocks are counted, and the time that went into samples', () => {
  const effort = { processNs: 1e9, sampledShare: 0.43, blocks: 60, disturbedBlocks: 9, replacedBlocks: 4 };
  const text = renderNoise({ noise, effort }, { width: 400, colour: false, unicode: true });
  expect(text).toContain(
    'Others used the machine in 9 of 60 blocks, of which 4 were measured again and do not count. 43 % of the trials’ time',
  );
});

function rendered(change: Partial<Noise>): string {
  return renderNoise({ noise: { ...noise, ...change } }, { width: 400, colour: false, unicode: true });
}
