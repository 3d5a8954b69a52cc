/** What would end the script element, begin a comment in it, or end a line where JSON allows none. */
const ESCAPED = /[<\u2028\u2029]/g;

/**
 * A value as JSON that can stand inside a script element, whatever texts it holds: `<` is written as an escape, so that
 * no end tag and no comment begins in it. What JSON has no number for is null.
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll(ESCAPED, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return String.raw`\u${code}`;
  });
}
