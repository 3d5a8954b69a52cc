import { readSync, writeSync } from 'node:fs';
import { CrossoverError, ELEMENT_BYTES, regionOf } from '@crossover/model';
import type { ArenaLayout, FailureCode, Views } from '@crossover/model';
import type { Parcel } from './parcel.ts';

/** A stretch of a region that whoever reads of it finds in a file. */
export interface Deposit {
  readonly region: string;
  /** First element. */
  readonly from: number;
  /** Number of elements. */
  readonly length: number;
}

/** Reads or writes so much at that place in a file; gives how much it did. */
type Move = (file: number, bytes: Uint8Array, start: number, length: number, position: number) => number;

/**
 * A file in which the regions lie as in an arena. It is read and written at places, so that several processes can do so at
 * the same time; what one has written the others read (POSIX `pread` and `pwrite`).
 */
export class RegionFile {
  readonly #file: number;
  readonly #layout: ArenaLayout;

  /** @param file an open one; its descriptor */
  constructor(file: number, layout: ArenaLayout) {
    this.#file = file;
    this.#layout = layout;
  }

  /** @throws CrossoverError `not-writable` when there is no room, or another reason not to. */
  write(parcels: readonly Parcel[]): readonly Deposit[] {
    return parcels.map(({ region, from, elements }) => {
      const { buffer, byteOffset, byteLength, length } = elements;
      const bytes = new Uint8Array(buffer, byteOffset, byteLength);
      move(writeSync, 'not-writable', this.#file, bytes, this.#placeOf(region, from));
      return { region, from, length };
    });
  }

  /**
   * Puts stretches in their places in an arena.
   * @throws CrossoverError when the file cannot be read, or ends early.
   */
  read(deposits: readonly Deposit[], views: Views): void {
    for (const { region, from, length } of deposits) {
      const { buffer, byteOffset, byteLength } = views[region]!.subarray(from, from + length);
      const bytes = new Uint8Array(buffer, byteOffset, byteLength);
      move(readSync, 'internal', this.#file, bytes, this.#placeOf(region, from));
    }
  }

  #placeOf(name: string, from: number): number {
    const { offset, element } = regionOf(this.#layout, name);
    return offset + from * ELEMENT_BYTES[element];
  }
}

/** One call may do less than it is asked for. @throws CrossoverError */
function move(step: Move, code: FailureCode, file: number, bytes: Uint8Array, position: number): void {
  const how = step === readSync ? 'read' : 'written';
  const fail = (why: string, cause?: unknown): never => {
    const message = `the file with the regions cannot be ${how}: ${why}`;
    throw new CrossoverError({ code, message }, cause);
  };
  let done = 0;
  try {
    while (done < bytes.length) {
      const more = step(file, bytes, done, bytes.length - done, position + done);
      if (more === 0) break;
      done += more;
    }
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error), error);
  }
  if (done < bytes.length) fail(`it ends at ${position + done} of ${position + bytes.length} bytes`);
}
