declare const unit: unique symbol;

/** A duration in nanoseconds. Differences of clock readings; never negative. */
export type Nanoseconds = number & { readonly [unit]: 'nanoseconds' };

/** A size of memory in bytes. */
export type Bytes = number & { readonly [unit]: 'bytes' };

/**
 * Marks a number as a duration.
 * @throws RangeError when it is negative or not finite.
 */
export function nanoseconds(value: number): Nanoseconds {
  return checked(value, 'a duration in nanoseconds') as Nanoseconds;
}

/**
 * Marks a number as a size.
 * @throws RangeError when it is negative or not finite.
 */
export function bytes(value: number): Bytes {
  return checked(value, 'a size in bytes') as Bytes;
}

function checked(value: number, meaning: string): number {
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`expected ${meaning} (finite, not negative), got ${value}`);
  }
  return value;
}
