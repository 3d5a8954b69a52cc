/**
 * Breaks a text at spaces into lines of at most `width` characters.
 * A word that is longer than a line stays whole, so that it can be copied; a number keeps its per cent sign.
 * @param indent of all lines but the first
 * @param first indent of the first line
 */
export function paragraph(text: string, width: number, indent = '', first = ''): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/ (?!%)/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}
