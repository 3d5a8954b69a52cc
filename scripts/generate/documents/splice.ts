/** A part of a document that is made from something else. */
export interface Part {
  readonly name: string;
  /** What makes it, as the reader of the source is told. */
  readonly command: string;
  readonly make: () => Promise<string>;
}

const MARKER = /<!-- (?<end>BEGIN|END): (?<name>[\w-]+)/g;

/**
 * A document with its generated parts made anew. Each stands between a pair of markers, which stay.
 * @throws Error when a part has no such pair, or there is a pair for which there is no part.
 */
export async function splice(document: string, text: string, parts: readonly Part[]): Promise<string> {
  const marked = new Set([...text.matchAll(MARKER)].map(({ groups }) => groups?.['name'] ?? ''));
  const strange = [...marked].find((name) => parts.every((part) => part.name !== name));
  if (strange !== undefined) throw new Error(`${document}: nothing makes the part ${strange}`);
  let result = text;
  for (const { name, command, make } of parts) {
    const places = new RegExp(`<!-- BEGIN: ${name}\\b.*-->\n[^]*?<!-- END: ${name} -->`, 'g');
    const count = [...result.matchAll(places)].length;
    if (count !== 1) throw new Error(`${document}: expected one place for the part ${name}, found ${count}`);
    const body = (await make()).trim();
    const lines = [`<!-- BEGIN: ${name} — made by: ${command} -->`, '', body, '', `<!-- END: ${name} -->`];
    // By function, since `$` in a replacement string has a meaning of its own.
    result = result.replace(places, () => lines.join('\n'));
  }
  return result;
}
