import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { paragraph } from './paragraph.ts';

test('lines are broken at spaces, later ones indented', () => {
  expect(paragraph('one two three four', 9, '  ')).toBe('one two\n  three\n  four');
  expect(paragraph('one two', 20, '    ', '  ')).toBe('  one two');
});

test('a word that is too long stays whole, and a number keeps its per cent sign', () => {
  expect(paragraph('see /a/very/long/path here', 8)).toBe('see\n/a/very/long/path\nhere');
  expect(paragraph('up to 95 %', 9)).toBe('up to\n95 %');
});

test('no word is lost, and lines keep to the width', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 12, max: 60 }), (words, width) => {
      const lines = paragraph(words.join(' '), width, '  ').split('\n');
      expect(lines.every((line) => line.length <= width)).toBe(true);
      expect(lines.map((line) => line.trim()).join(' ')).toBe(words.join(' '));
    }),
  );
});
