import { expect, it } from 'vitest';
import { typescriptCode } from './typescript-code.ts';

function squeezed(source: string): string {
  return typescriptCode(source).replaceAll(/\s+/g, ' ').trim();
}

it.each([
  ['of lines and blocks', '/** 2⁶⁴ 😀 */ const a = 1; // one\n/* b */ f(/* c */ a);', 'const a = 1; f( a);'],
  ['between words', 'const/**/a = 1;', 'const a = 1;'],
  ['within templates', 'const a = `//${1 /* one */}/* no */`;', 'const a = `//${1 }/* no */`;'],
])('TypeScript has no comments %s', (_, source, code) => {
  expect(squeezed(source)).toBe(code);
});

it('TypeScript keeps what only looks like a comment', () => {
  const source = String.raw`const a = ['//', "/*", /\/*x/.test('*/')];`;
  expect(typescriptCode(source)).toBe(source);
});

it('AssemblyScript is read as well', () => {
  const source = 'store<u8>(digits + place, <u32>digit); // the digit\nconst SIZE: usize = 8;';
  expect(squeezed(source)).toContain('store<u8>(digits + place, <u32>digit); const SIZE: usize = 8;');
});

it('what is no TypeScript is refused', () => {
  expect(() => typescriptCode('const = ;')).toThrow('Unexpected token');
});
