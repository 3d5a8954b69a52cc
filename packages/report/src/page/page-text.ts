import { plainText } from '../plain-text.ts';

/** Nobody reads on beyond so many letters of a text that should be a sentence. */
const LONGEST = 600;

/** Text for the page: one line, nothing in it but characters that show, and no longer than somebody might have meant it. */
export function pageText(text: string): string {
  return clipped(text, LONGEST);
}

/** The same for a place with room for so many letters. */
export function clipped(text: string, longest: number): string {
  const line = plainText(text, { unicode: true });
  if (line.length <= longest) return line;
  // No half of a character at the end.
  return `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
