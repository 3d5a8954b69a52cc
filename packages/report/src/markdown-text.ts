import { plainText } from './plain-text.ts';

/** Text that shows in Markdown exactly as it is, in a table as elsewhere: one line, nothing in it is markup. */
export function markdownText(text: string): string {
  return plainText(text, { unicode: true })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]#|~$]/g, String.raw`\$&`);
}

/** Text as code, whatever backticks it holds (CommonMark 6.1); not for tables, where `|` would end the cell. */
export function markdownCode(text: string): string {
  const line = plainText(text, { unicode: true });
  const runs = [...line.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
