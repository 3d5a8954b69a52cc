import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonForScript } from './json-script.ts';

test('any text is read back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(jsonForScript(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('nothing in it ends the script element, or begins a comment', () => {
  const hostile = ['</script><script>alert(1)</script>', '<!--', ']]>', '\u2028\u2029'];
  const text = jsonForScript(hostile);
  expect(text).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual(hostile);
});

test('what is no number is null', () => {
  expect(jsonForScript([Number.NaN, Number.POSITIVE_INFINITY])).toBe('[null,null]');
});
