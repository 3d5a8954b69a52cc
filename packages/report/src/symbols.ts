import type { Style } from './style.ts';

/** Characters beyond ASCII, or what stands in for them. */
export interface Symbols {
  readonly times: string;
  readonly micro: string;
  readonly plusMinus: string;
  readonly right: string;
  readonly wrong: string;
  readonly none: string;
  readonly to: string;
  readonly rule: string;
  /** Part of a bar that the interval leaves no doubt about, and the part within the interval. */
  readonly certain: string;
  readonly possible: string;
  /** End of a bar that goes on. */
  readonly beyond: string;
  readonly bullet: string;
  /** Columns of a curve, from the lowest to the highest. */
  readonly levels: readonly string[];
}

const UNICODE: Symbols = {
  times: '×',
  micro: 'µ',
  plusMinus: '±',
  right: '✓',
  wrong: '✗',
  none: '–',
  to: '–',
  rule: '─',
  certain: '█',
  possible: '░',
  beyond: '›',
  bullet: '•',
  levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
};

const ASCII: Symbols = {
  times: 'x',
  micro: 'u',
  plusMinus: '+-',
  right: 'ok',
  wrong: 'NO',
  none: '-',
  to: '-',
  rule: '-',
  certain: '#',
  possible: '.',
  beyond: '>',
  bullet: '*',
  levels: ['_', '.', '-', '=', '+', '*', '%', '#'],
};

export function symbolsOf({ unicode }: Pick<Style, 'unicode'>): Symbols {
  return unicode ? UNICODE : ASCII;
}
