/** What the place where a report is printed can show. */
export interface Style {
  /** Columns of characters. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether it shows more than ASCII. */
  readonly unicode: boolean;
}

/** Narrower than this, tables become lists. */
export const NARROW = 60;

/** Emphasis by its meaning. Without colour each returns its text as it is. */
export interface Paint {
  readonly heading: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly aside: (text: string) => string;
}

/** Emphasis by SGR sequences (ECMA-48, 8.3.117), each closed by its own counterpart, so that they nest. */
export function paintOf({ colour }: Pick<Style, 'colour'>): Paint {
  const between = (open: number, close: number) => (text: string) =>
    colour && text !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text;
  return { heading: between(1, 22), good: between(32, 39), bad: between(31, 39), aside: between(2, 22) };
}
