// Room for 16 elements; no permutation has more than 13.
const permutation: usize = memory.data(16 * 4, 8);
/** How often the first i + 1 elements have been rotated: digit i of the permutation's index. */
const rotations: usize = memory.data(16 * 4, 8);
/** A copy of the permutation to flip. */
const stack: usize = memory.data(16 * 4, 8);

export function fannkuch(size: u32, checksums: usize, flips: usize, start: u32, end: u32): void {
  let length: u32 = 1;
  for (let factor: u32 = 2; factor < size - 1; factor++) length *= factor;
  for (let item: u32 = start; item < end; item++) {
    let checksum: i32 = 0;
    let most: i32 = 0;
    begin(size, item);
    for (let index: u32 = 0; index < length; index += 2) {
      const even: i32 = countFlips(size);
      advance();
      const odd: i32 = countFlips(size);
      advance();
      checksum += even - odd;
      most = max<i32>(most, max<i32>(even, odd));
    }
    store<i32>(checksums + (<usize>item << 2), checksum);
    store<i32>(flips + (<usize>item << 2), most);
  }
}

/** Goes to the first permutation of a block, whose lower digits are all 0. Nothing reads the two highest. */
function begin(size: u32, item: u32): void {
  for (let i: u32 = 0; i < size; i++) {
    store<u32>(permutation + (i << 2), i);
    store<u32>(rotations + (i << 2), 0);
  }
  const highest: u32 = item / (size - 1);
  const second: u32 = item % (size - 1);
  for (let times: u32 = 0; times < highest; times++) rotate(size - 1);
  for (let times: u32 = 0; times < second; times++) rotate(size - 2);
}

/** Goes to the next permutation: counts its index up by one, and carries. */
function advance(): void {
  for (let i: u32 = 1; ; i++) {
    rotate(i);
    const digit: u32 = load<u32>(rotations + (i << 2));
    if (digit < i) {
      store<u32>(rotations + (i << 2), digit + 1);
      return;
    }
    store<u32>(rotations + (i << 2), 0);
  }
}

/** Moves the first of the elements `[0, last]` behind the others. */
function rotate(last: u32): void {
  const first: u32 = load<u32>(permutation);
  const end: usize = permutation + (<usize>last << 2);
  for (let element: usize = permutation; element < end; element += 4) store<u32>(element, load<u32>(element, 4));
  store<u32>(end, first);
}

/** How often as many elements as the first one says must be reversed until it says none. */
function countFlips(size: u32): i32 {
  let first: u32 = load<u32>(permutation);
  if (first == 0) return 0;
  for (let i: usize = 4; i < <usize>size << 2; i += 4) store<u32>(stack + i, load<u32>(permutation + i));
  // The first element is never stored: it goes straight to where it ends, and what was there comes first.
  let flips: i32 = 1;
  while (true) {
    const place: usize = stack + (<usize>first << 2);
    const next: u32 = load<u32>(place);
    if (next == 0) return flips;
    store<u32>(place, first);
    for (let low: usize = stack + 4, high: usize = place - 4; low < high; low += 4, high -= 4) {
      const element: u32 = load<u32>(low);
      store<u32>(low, load<u32>(high));
      store<u32>(high, element);
    }
    first = next;
    flips++;
  }
}
