/** A stretch of Rust. Braces and slashes in literals mean nothing. */
interface Stretch {
  readonly kind: 'code' | 'comment' | 'literal';
  readonly text: string;
}

/**
 * What a stretch other than plain code begins with. A lifetime begins like a character, but no quote ends it.
 * (The Rust Reference: Comments; Tokens)
 */
const OPENING =
  /\/\/[^\n]*|\/\*|\b[bc]?r(?<hashes>#*)"|(?:\b[bc])?"(?:[^"\\]|\\[^])*"|(?:\bb)?'(?:[^'\\\n]|\\(?:u\{[^}]*\}|x..|.))'/gu;

const TESTS = /#\[cfg\(test\)\]\s*mod\s+\w+\s*$/;

/** Rust without its comments and its test modules. */
export function rustCode(source: string): string {
  const code = stretchesOf(source)
    .map(({ kind, text }) => (kind === 'comment' ? ' ' : text))
    .join('');
  return withoutTests(code);
}

/**
 * Leaves out each module that is marked as one of tests.
 * @param code without comments
 * @throws Error when such a module does not end.
 */
function withoutTests(code: string): string {
  let kept = '';
  let depth = 0;
  for (const { kind, text } of stretchesOf(code)) {
    if (kind !== 'code') {
      if (depth === 0) kept += text;
      continue;
    }
    for (const character of text) {
      if (depth > 0) {
        if (character === '{') depth++;
        if (character === '}') depth--;
      } else if (character === '{' && TESTS.test(kept)) {
        kept = kept.replace(TESTS, '');
        depth = 1;
      } else {
        kept += character;
      }
    }
  }
  if (depth > 0) throw new Error('a module of tests does not end');
  return kept;
}

function stretchesOf(source: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const opening = new RegExp(OPENING);
  let at = 0;
  for (let match = opening.exec(source); match !== null; match = opening.exec(source)) {
    const end = endOf(source, match);
    stretches.push({ kind: 'code', text: source.slice(at, match.index) });
    const kind = match[0].startsWith('/') ? 'comment' : 'literal';
    stretches.push({ kind, text: source.slice(match.index, end) });
    at = end;
    opening.lastIndex = end;
  }
  return [...stretches, { kind: 'code', text: source.slice(at) }];
}

function endOf(source: string, { 0: text, index, groups }: RegExpExecArray): number {
  if (text === '/*') return endOfBlock(source, index);
  const hashes = groups?.['hashes'];
  if (hashes === undefined) return index + text.length;
  const close = `"${hashes}`;
  const end = source.indexOf(close, index + text.length);
  if (end < 0) throw new Error('a raw string does not end');
  return end + close.length;
}

/** Where a block comment ends, which may hold others. */
function endOfBlock(source: string, start: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start;
  let depth = 0;
  for (let match = edge.exec(source); match !== null; match = edge.exec(source)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  throw new Error('a comment does not end');
}
