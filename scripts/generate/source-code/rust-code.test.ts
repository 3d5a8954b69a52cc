import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rustCode } from './rust-code.ts';

/** Without the blanks that comments leave behind. */
function squeezed(source: string): string {
  return rustCode(source).replaceAll(/\s+/g, ' ').trim();
}

describe('Rust without comments', () => {
  it.each([
    ['of lines', 'let a = 1; // one { "\nlet b = 2;', 'let a = 1; let b = 2;'],
    ['of documents', '//! Module.\n/// One.\nfn a() {}', 'fn a() {}'],
    ['in blocks', 'let a /* one */ = 1;', 'let a = 1;'],
    ['in blocks within blocks', 'a /* 1 /* 2 */ " /* 3 */ 4 */ b', 'a b'],
    ['in blocks over lines', 'a /* 1\n2\n3 */ b', 'a b'],
    ['at the end', 'a // and no line break', 'a'],
  ])('has none %s', (_, source, code) => {
    expect(squeezed(source)).toBe(code);
  });

  it.each([
    String.raw`let a = "// not \" one /*";`,
    String.raw`let a = "ends in \\";`,
    String.raw`let a = br#"one " // two"#;`,
    String.raw`let a = r"\";`,
    String.raw`let a = ['"', '\'', '/', b'\'', '\u{2F}', '\\'];`,
    `fn a<'a>(b: &'a str, c: &'a str) -> &'static str { b }`,
    `'outer: loop { break 'outer; }`,
    `fn r#match(bar: u8) -> u8 { bar }`,
  ])('keeps %s', (source) => {
    expect(rustCode(source)).toBe(source);
    expect(squeezed(`${source} // "\n/* ' */`)).toBe(source);
  });

  it('ends a comment or raw string that does not end with an error', () => {
    expect(() => rustCode('/* /* */')).toThrow('does not end');
    expect(() => rustCode('r#"a"')).toThrow('does not end');
  });

  it('leaves pieces of code as they are, whatever comments stand in between', () => {
    const code = fc.constantFrom('let a = b / c;', '"// \\" {"', "'\"'", 'r#"/* " */"#', "&'a T", '{ x }');
    const words = fc.stringMatching(/^[\w "'{}]*$/);
    const block = words.map((text) => `/*${text}*/`);
    const comment = fc.oneof(
      words.map((text) => `//${text}\n`),
      block,
      block.map((inner) => `/* ${inner}*/`),
    );
    const parts = fc.array(fc.tuple(code, comment));
    fc.assert(
      fc.property(parts, (pairs) => {
        const source = pairs.map(([text, between]) => `${text} ${between} `).join('');
        expect(squeezed(source)).toBe(pairs.map(([text]) => text).join(' '));
      }),
    );
  });
});

describe('Rust without tests', () => {
  it('ends where they begin, and goes on where they end', () => {
    const tests = '#[cfg(test)]\nmod tests {\n  fn a() { let b = "}"; /* } */ }\n}';
    expect(squeezed(`fn a() {}\n${tests}\nfn b() { c }`)).toBe('fn a() {} fn b() { c }');
  });

  it('keeps other modules and conditions', () => {
    const source = '#[cfg(target_arch = "x86_64")] mod machine { fn a() {} } #[cfg(not(test))] mod b { }';
    expect(squeezed(source)).toBe(source);
  });

  it('refuses tests that do not end', () => {
    expect(() => rustCode('#[cfg(test)] mod tests { {}')).toThrow('does not end');
  });
});
