import { expect, test } from 'vitest';
import { FURTHER_CLAIMS } from '../../fixtures/further-claims.ts';
import { smallClaims } from '../../fixtures/small-claims.ts';
import { claimsColumns } from './claims-summary.ts';
import { renderClaims } from './claims-terminal.ts';
import { renderClaimsCsv } from './claims-csv.ts';
import { renderClaimsMarkdown } from './claims-markdown.ts';
import { symbolsOf } from '../symbols.ts';
import type { ClaimResult } from '@crossover/model';

const WIDE = { width: 110, colour: false, unicode: true };

test('claims on sizes tell from which on it pays; those on places, how many times as much they cost', () => {
  const text = renderClaims(FURTHER_CLAIMS, WIDE);
  expect(text).toContain(
    '  typescript/worker-threads-2 against TypeScript on a single thread, by whose time sizes are told, its start\n    counted\n',
  );
  expect(text).toMatch(/\n {2}nbody +from 3\.00 ms +2\.50 ms to 3\.50 ms +steps 120\n/);
  expect(text).toMatch(/\n {2}triad +at no size\n/);
  expect(text).toMatch(/\n {2}sha256 +open +open at small\n/);
  expect(text).toContain('Nothing of pidigits: its work cannot be divided');
  expect(text).toMatch(/\n {2}processes-2 +worker-threads-2 +×5\.00 +\S+ +slower/);
  expect(renderClaimsMarkdown(FURTHER_CLAIMS)).toMatch(/\| nbody +\| from 3\.00 ms +\|/);
  expect(renderClaims(FURTHER_CLAIMS, { ...WIDE, width: 60, unicode: false })).toMatch(
    /^[\n\u0020-\u007E]*$/,
  );
});

test('a column for what turns stands where a claim on sizes was measured', () => {
  expect(titles(FURTHER_CLAIMS)).toContain('turns');
  expect(titles(smallClaims())).not.toContain('turns');
});

test('in a spreadsheet every case has a row, and a claim without cases one of its own', () => {
  const claims = [...smallClaims(), ...FURTHER_CLAIMS];
  const rows = rowsOf(renderClaimsCsv(claims));
  const expected = claims.reduce((sum, { perKernel }) => sum + Math.max(1, perKernel.length), 0);
  expect(rows).toHaveLength(expected);
  expect(rows.map(({ claim }) => claim)).toEqual(expect.arrayContaining(claims.map(({ id }) => id)));
  expect(rows.find(({ kernel, breakEven }) => kernel === 'nbody' && breakEven !== '')).toMatchObject({
    claim: 'threads-pay-from-some-size',
    verdict: 'inconclusive',
    turns: '1',
    subject: 'typescript/worker-threads-2',
    outcome: 'turns',
    breakEven: 'pays-from',
    fromBaseNs: '3000000',
  });
  expect(rows.find(({ metric }) => metric === 'round-trip')).toMatchObject({
    base: 'worker-threads-2',
    ratio: '0.2',
    caseVerdict: 'slower',
  });
  expect(rows.find(({ claim }) => claim === 'io-language-does-not-matter')).toMatchObject({
    verdict: 'not-measured',
    kernel: '',
    outcome: '',
  });
  expect(renderClaimsCsv([]).split('\r\n')).toHaveLength(2);
});

function titles(claims: readonly ClaimResult[]): readonly string[] {
  return claimsColumns(claims, symbolsOf(WIDE)).map(({ title }) => title);
}

/** Rows by the names of their columns; no field of the fixtures has a quotation mark in it. */
function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare!),
    );
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]!])));
}
