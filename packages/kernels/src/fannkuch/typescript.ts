// No permutation has more than 13 elements. Arrays of up to 64 bytes V8 moves about with its other objects; larger ones
// stay where they are, and it writes their places into the code.
const permutation = new Int32Array(32);
/** How often the first i + 1 elements have been rotated: digit i of the permutation's index. */
const rotations = new Int32Array(32);
/** A copy of the permutation to flip. */
const stack = new Int32Array(32);

export function fannkuch(
  size: number,
  checksums: Int32Array,
  flips: Int32Array,
  start: number,
  end: number,
): void {
  let length = 1;
  for (let factor = 2; factor < size - 1; factor++) length *= factor;
  for (let item = start; item < end; item++) {
    let checksum = 0;
    let most = 0;
    begin(size, item);
    for (let index = 0; index < length; index += 2) {
      const even = countFlips(size);
      advance();
      const odd = countFlips(size);
      advance();
      checksum = (checksum + even - odd) | 0;
      most = Math.max(most, even, odd);
    }
    checksums[item] = checksum;
    flips[item] = most;
  }
}

/** Goes to the first permutation of a block, whose lower digits are all 0. Nothing reads the two highest. */
function begin(size: number, item: number): void {
  for (let i = 0; i < size; i++) {
    permutation[i] = i;
    rotations[i] = 0;
  }
  const highest = (item / (size - 1)) | 0;
  const second = item % (size - 1);
  for (let times = 0; times < highest; times++) rotate(size - 1);
  for (let times = 0; times < second; times++) rotate(size - 2);
}

/** Goes to the next permutation: counts its index up by one, and carries. */
function advance(): void {
  for (let i = 1; ; i++) {
    rotate(i);
    const digit = rotations[i]!;
    if (digit < i) {
      rotations[i] = digit + 1;
      return;
    }
    rotations[i] = 0;
  }
}

/** Moves the first of the elements `[0, last]` behind the others. */
function rotate(last: number): void {
  const first = permutation[0]!;
  for (let i = 0; i < last; i++) permutation[i] = permutation[i + 1]!;
  permutation[last] = first;
}

/** How often as many elements as the first one says must be reversed until it says none. */
function countFlips(size: number): number {
  let first = permutation[0]!;
  if (first === 0) return 0;
  for (let i = 1; i < size; i++) stack[i] = permutation[i]!;
  // The first element is never stored: it goes straight to where it ends, and what was there comes first.
  let flips = 1;
  for (;;) {
    const next = stack[first]!;
    if (next === 0) return flips;
    stack[first] = first;
    for (let low = 1, high = first - 1; low < high; low++, high--) {
      const element = stack[low]!;
      stack[low] = stack[high]!;
      stack[high] = element;
    }
    first = next;
    flips++;
  }
}
