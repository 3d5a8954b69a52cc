import { significant } from './significant.ts';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** A size of memory in the largest unit of which it is at least one: `52.4 MiB`. */
export function formatBytes(bytes: number): string {
  const exponent = bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10);
  const unit = Math.min(exponent, UNITS.length - 1);
  return `${significant(bytes / 1024 ** unit)} ${UNITS[unit]}`;
}
