import { significant } from './significant.ts';
import type { Symbols } from './symbols.ts';

/** A duration in the unit in which it has one to three digits before the point: `73.8 ms`. */
export function formatDuration(ns: number, { micro }: Pick<Symbols, 'micro'>): string {
  // Rounding comes first, so that 999.7 µs does not become 1000 µs.
  const rounded = Number(ns.toPrecision(3));
  if (rounded < 1e3) return `${significant(ns)} ns`;
  if (rounded < 1e6) return `${significant(ns / 1e3)} ${micro}s`;
  if (rounded < 1e9) return `${significant(ns / 1e6)} ms`;
  return `${significant(ns / 1e9)} s`;
}
