import { damaged, parseWire } from './damage.ts';
import { RECORDS_FILE } from './run-files.ts';
import { recordWire } from './wire.ts';
import type { RunRecord } from '@crossover/model';

/** What the bytes of `trials.jsonl` say. */
export interface ParsedRecords {
  readonly records: readonly RunRecord[];
  /** Where the whole lines end. */
  readonly intactBytes: number;
  /** Number of the last line, when it was cut off while it was written. */
  readonly tornLine?: number;
}

const NEWLINE = 0x0a;

/**
 * Reads the records. Only the last line can be torn, as each is written once, behind the others:
 * it has no newline, or (after a power failure) is not JSON. Such a line is left out and reported.
 * @throws CrossoverError `run-damaged` when any other line is not a record.
 */
export function parseRecords(bytes: Uint8Array, path: string): ParsedRecords {
  const records: RunRecord[] = [];
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const value = newline < 0 ? undefined : jsonOf(bytes.subarray(start, newline));
    if (value === undefined) {
      if (end === bytes.length) return { records, intactBytes: start, tornLine: line };
      throw damaged(`${RECORDS_FILE}:${line} is not JSON`, path);
    }
    records.push(parseWire(recordWire, value, `${RECORDS_FILE}:${line}`, path));
    start = end;
  }
  return { records, intactBytes: start };
}

/** The value that the text stands for; undefined when it is not JSON. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
