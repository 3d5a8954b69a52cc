import { expect, test } from 'vitest';
import { claimOf, CLAIMS } from './catalogue.ts';

test('every claim has a name of its own, and its sentences are sentences', () => {
  expect(new Set(CLAIMS.map(({ id }) => id)).size).toBe(CLAIMS.length);
  for (const { id, statement, article, refutedWhen } of CLAIMS) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    for (const sentence of [statement, article, refutedWhen]) expect(sentence).toMatch(/^[A-Z].+\.$/);
  }
});

test('statements are short enough for a table', () => {
  for (const { statement } of CLAIMS) expect(statement.length).toBeLessThanOrEqual(72);
});

test('an unknown claim is refused with the list of those there are', () => {
  expect(() => claimOf('rust-is-magic')).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({
        code: 'usage',
        hint: expect.stringContaining('native-rewrite-pays, wasm-rewrite-pays'),
      }),
    }),
  );
});
