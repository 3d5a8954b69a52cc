import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { CrossoverError } from '@crossover/model';
import { parseWire } from './damage.ts';
import { notWritable } from './not-writable.ts';
import { RECORDS_FILE } from './run-files.ts';
import { recordWire } from './wire.ts';
import type { RunRecord } from '@crossover/model';

/** The open `trials.jsonl`. */
export interface RecordLog {
  readonly append: (record: RunRecord) => void;
  readonly close: () => void;
}

/**
 * Opens a log for appending.
 *
 * One line per record, in one write on an append-only descriptor, so that a reader sees whole lines and
 * a crash tears at most the last. Each record is flushed to the disk (fsync) before `append` returns: a record
 * stands for seconds of measuring, a flush takes milliseconds, and nothing is being timed meanwhile.
 *
 * @param known how many records it holds already
 * @throws the file system's error.
 */
export function openLog(path: string, known: number): RecordLog {
  let descriptor: number | undefined = openSync(path, 'a');
  let records = known;
  const close = (): void => {
    if (descriptor === undefined) return;
    const open = descriptor;
    descriptor = undefined;
    closeSync(open);
  };
  const append = (record: RunRecord): void => {
    // What cannot be read back must not be written: JSON turns NaN into null.
    parseWire(recordWire, record, RECORDS_FILE, path);
    if (descriptor === undefined) throw closed(path);
    const intactBytes = fstatSync(descriptor).size;
    try {
      writeLine(descriptor, `${JSON.stringify(record)}\n`);
    } catch (error) {
      tidy(descriptor, intactBytes);
      close();
      throw notWritable(path, error, `the ${records} records before it are kept`);
    }
    records++;
  };
  return { append, close };
}

function writeLine(descriptor: number, line: string): void {
  const bytes = Buffer.from(line);
  const written = writeSync(descriptor, bytes);
  // A full disk takes the first part without complaint; writing the rest brings out the reason.
  if (written < bytes.length) writeSync(descriptor, bytes, written);
  fsyncSync(descriptor);
}

/** Takes back the part of a line that a full disk left; if that fails, it is a torn last line, which readers expect. */
function tidy(descriptor: number, intactBytes: number): void {
  try {
    ftruncateSync(descriptor, intactBytes);
  } catch {
    return;
  }
}

function closed(path: string): CrossoverError {
  return new CrossoverError({ code: 'not-writable', message: 'the run is closed', where: path });
}
