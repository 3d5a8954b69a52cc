import { formatDuration } from '../duration.ts';
import { formatPercent } from '../ratio.ts';
import { plainText } from '../plain-text.ts';
import { symbolsOf } from '../symbols.ts';
import type { Style } from '../style.ts';

/** A part of some time. */
export interface TimePart {
  readonly name: string;
  readonly ns: number;
  /** What else is known about it. */
  readonly remark?: string;
}

const LONGEST_BAR = 40;
const SHORTEST_BAR = 6;
const INDENT = '  ';

/** A part with its time and share in words. */
export interface TimeRow {
  readonly name: string;
  readonly time: string;
  /** Empty where the part takes no time. */
  readonly percent: string;
  /** Of the whole, between 0 and 1. */
  readonly share: number;
  readonly remark: string;
}

/** Parts of a whole, a line for each: its time, its share, and a bar as long as the share where there is room for it. */
export function timeBars(parts: readonly TimePart[], style: Style): string {
  const symbols = symbolsOf(style);
  const rows = timeRows(parts, style);
  const names = widest(rows.map(({ name }) => name));
  const times = widest(rows.map(({ time }) => time));
  const percents = widest(rows.map(({ percent }) => percent));
  const taken = INDENT.length + names + times + percents + 6;
  const room = Math.min(LONGEST_BAR, style.width - taken - widest(rows.map(({ remark }) => remark)) - 2);
  return rows
    .map(({ name, time, percent, share, remark }) => {
      const bar = room < SHORTEST_BAR ? '' : symbols.certain.repeat(Math.round(share * room));
      const figures = `${INDENT}${name.padEnd(names)}  ${time.padStart(times)}  ${percent.padStart(percents)}`;
      return `${figures}  ${remark === '' ? bar : `${bar.padEnd(Math.max(0, room))}  ${remark}`}`.trimEnd();
    })
    .join('\n');
}

/** The same, not yet laid out. */
export function timeRows(parts: readonly TimePart[], style: Pick<Style, 'unicode'>): readonly TimeRow[] {
  const symbols = symbolsOf(style);
  const whole = parts.reduce((sum, { ns }) => sum + Math.max(0, ns), 0);
  return parts.map(({ name, ns, remark = '' }) => {
    const share = whole > 0 && Number.isFinite(whole) ? Math.max(0, ns) / whole : 0;
    return {
      name: plainText(name, style),
      time: formatDuration(ns, symbols),
      percent: ns === 0 ? '' : formatPercent(share),
      share,
      remark: plainText(remark, style),
    };
  });
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}
