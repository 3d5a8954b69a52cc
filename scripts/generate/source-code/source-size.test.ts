import { gunzipSync } from 'node:zlib';
import { gzip } from 'pako';
import { expect, it } from 'vitest';
import { sourceSize } from './source-size.ts';

const BARE = { lines: 3, gzipBytes: gzip('fn a() {\nb();\n}', { level: 9 }).length };

it.each([
  ['as it is', 'fn a() {\nb();\n}'],
  ['indented', 'fn a() {\n    b();\n}\n'],
  ['with blank lines', '\nfn a() {\n\n  b();\r\n}\n\n'],
  ['with comments', '//! A.\n/// B.\nfn a() {\n  // c\n  b(); // d\n} /* e\n f */'],
  ['with tests', 'fn a() {\n  b();\n}\n\n#[cfg(test)]\nmod tests {\n  fn c() {}\n}\n'],
])('code %s has the same size', (_, text) => {
  expect(sourceSize('native.rs', [text])).toEqual(BARE);
});

it('all files of a source count, as one text', () => {
  expect(sourceSize('native.rs', ['fn a() {\n', '  b();\n}'])).toEqual(BARE);
  expect(sourceSize('typescript.ts', ['a();', '// b', 'c();']).lines).toBe(2);
});

it('what is counted is what gunzip takes', () => {
  expect(gunzipSync(gzip('a();\nb();', { level: 9 })).toString()).toBe('a();\nb();');
});
