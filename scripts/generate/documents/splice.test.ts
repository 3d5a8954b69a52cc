import { describe, expect, it } from 'vitest';
import { splice } from './splice.ts';
import type { Part } from './splice.ts';

const part = (name: string, body: string): Part => ({ name, command: 'make it', make: async () => body });
const place = (name: string, body = ''): string =>
  `<!-- BEGIN: ${name} — old -->\n${body}<!-- END: ${name} -->`;

describe('splice', () => {
  it('puts a part between its markers, and says what makes it', async () => {
    const text = await splice('a.md', `before\n${place('x', 'old\n')}\nafter\n`, [part('x', 'new\n')]);
    expect(text).toBe('before\n<!-- BEGIN: x — made by: make it -->\n\nnew\n\n<!-- END: x -->\nafter\n');
  });

  it('changes nothing the second time', async () => {
    const parts = [part('x', 'one $& two $1'), part('x-y', 'three')];
    const once = await splice('a.md', `${place('x')}\n\n${place('x-y')}\n`, parts);
    expect(await splice('a.md', once, parts)).toBe(once);
    expect(once).toContain('one $& two $1');
  });

  it.each([
    ['no place', 'text\n'],
    ['two places', `${place('x')}\n${place('x')}\n`],
    ['a place without an end', '<!-- BEGIN: x -->\n'],
  ])('refuses a document with %s for a part', async (_, text) => {
    await expect(splice('a.md', text, [part('x', '')])).rejects.toThrow(
      'a.md: expected one place for the part x',
    );
  });

  it('refuses a place that nothing fills', async () => {
    await expect(splice('a.md', `${place('x')}\n${place('y')}\n`, [part('x', '')])).rejects.toThrow(
      'nothing makes the part y',
    );
  });
});
