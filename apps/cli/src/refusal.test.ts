import { expect, test, vi } from 'vitest';
import { demandOf } from './demand.ts';
import { checkDemands, refusalOf } from './refusal.ts';
import type { ClaimResult, ClaimVerdict } from '@crossover/model';
import type { Judged } from './refusal.ts';

test('demands are open questions and claims, as many as are named', () => {
  expect(demandOf('inconclusive, claim:tasks-equal-cores')).toEqual([
    { kind: 'inconclusive' },
    { kind: 'claim', id: 'tasks-equal-cores' },
  ]);
});

test.each(['', 'claim', 'claim:', 'inconclusive:x', 'claim:a:b', 'slower'])('%j is no demand', (text) => {
  expect(() => demandOf(text)).toThrow('--fail-on does not know');
});

test('a claim that there is not cannot be demanded', () => {
  expect(() => checkDemands(demandOf('inconclusive,claim:x'))).toThrow('there is no claim "x"');
});

test.each([
  ['claim:native-rewrite-pays', { 'native-rewrite-pays': 'supported' }, 0],
  ['claim:native-rewrite-pays', { 'native-rewrite-pays': 'refuted' }, 1],
  ['claim:native-rewrite-pays', { 'native-rewrite-pays': 'mixed' }, 1],
  ['claim:native-rewrite-pays', { 'native-rewrite-pays': 'inconclusive' }, 4],
  ['claim:native-rewrite-pays', { 'native-rewrite-pays': 'not-measured' }, 4],
  ['claim:a,claim:b', { a: 'inconclusive', b: 'refuted' }, 1],
  ['claim:a', { a: 'supported', b: 'refuted' }, 0],
  ['inconclusive,claim:a', { a: 'supported' }, 4],
] as const)('%s of %j exits with %i', (demands, verdicts, code) => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(refusalOf(judged(verdicts), demandOf(demands))).toBe(code);
  expect(written.mock.calls.length > 0).toBe(code !== 0);
  written.mockRestore();
});

function judged(verdicts: Readonly<Record<string, ClaimVerdict>>): Judged {
  const noise = {
    twins: [],
    level: 0.95,
    inflation: 1,
    floor: 0,
    smallestVisible: 0.1,
    verdictsWithheld: false,
  };
  const claims = Object.entries(verdicts).map(([id, verdict]): ClaimResult => {
    const sentences = { statement: 'It is so.', article: 'So it is.', refutedWhen: 'It is not.' };
    const counts = { wins: 0, ties: 0, losses: 0, open: 0, inFavour: 0, against: 0 };
    return Object.assign({ id, verdict, perKernel: [], reason: 'some' }, sentences, counts);
  });
  return {
    noise,
    claims,
    levers: [{ kernel: 'nbody', workload: 'medium', lever: 'inconclusive' }],
  };
}
