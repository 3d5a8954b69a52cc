import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HEAD_FILE } from './run-files.ts';
import { runFolders } from './run-folders.ts';

test('runs come with the newest first, whatever they are called, and damaged ones last', () => {
  const results = mkdtempSync(join(tmpdir(), 'crossover-runs-'));
  const heads = {
    reference: '{"createdAt":"2026-03-01T00:00:00.000Z"}',
    'a-later-one': '{"createdAt":"2026-04-01T00:00:00.000Z"}',
    'z-earlier-one': '{"createdAt":"2026-02-01T00:00:00.000Z"}',
    torn: '{"created',
  };
  for (const [name, head] of Object.entries(heads)) {
    mkdirSync(join(results, name));
    writeFileSync(join(results, name, HEAD_FILE), head);
  }
  mkdirSync(join(results, 'no-run'));
  writeFileSync(join(results, 'README.md'), '');
  const names = ['a-later-one', 'reference', 'z-earlier-one', 'torn'];
  expect(runFolders(results)).toEqual(names.map((name) => join(results, name)));
});

test('where there is no folder there are no runs', () => {
  expect(runFolders(join(tmpdir(), 'no-such-folder'))).toEqual([]);
});
