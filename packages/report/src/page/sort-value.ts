import { symbolsOf } from '../symbols.ts';

/** What the units of this report's texts are worth; a number without one is worth itself. */
const WORTH: Readonly<Record<string, number>> = {
  '': 1,
  '%': 0.01,
  ns: 1,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** A number as `ratio.ts`, `duration.ts`, `size.ts` and `significant.ts` write it, with its unit, and whatever follows. */
const NUMBER =
  /^[(<±×]*(?<number>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?: ?(?<unit>%|ns|µs|ms|s|B|[KMGT]iB))?(?![\w./-])/;

/** What a text of a report says as a number, so that rows can be sorted by it; undefined where it begins with none. */
export function sortValue(text: string): number | undefined {
  const { number, unit = '' } = NUMBER.exec(text)?.groups ?? {};
  return number === undefined ? undefined : Number(number) * WORTH[unit]!;
}

const { none: NONE } = symbolsOf({ unicode: true });

/** The same for a column: undefined where some of its texts say no number, null for those that say nothing. */
export function sortValues(texts: readonly string[]): readonly (number | null)[] | undefined {
  const values = texts.map((text) => (text === '' || text === NONE ? null : sortValue(text)));
  const isNumeric = values.every((value) => value !== undefined) && values.some((value) => value !== null);
  return isNumeric ? values : undefined;
}
