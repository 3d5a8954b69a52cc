/** Where the search left off, four numbers per row that still has a free column: free, columns, left, right. */
const stack: usize = memory.data(4 * 32 * 4);

export function nqueens(size: u32, counts: usize, start: u32, end: u32): void {
  const all: u32 = (1 << size) - 1;
  for (let item: u32 = start; item < end; item++) {
    const column0: u32 = item / size;
    const column1: u32 = item % size;
    const clash: bool = abs<i32>(<i32>column0 - <i32>column1) < 2;
    store<u32>(counts + (item << 2), clash ? 0 : completions(all, 1 << column0, 1 << column1));
  }
}

/** In how many ways the remaining rows can be filled when the first two queens stand on these columns. */
function completions(all: u32, queen0: u32, queen1: u32): u32 {
  // Columns that the queens so far attack in the next row: straight down and along both diagonals.
  let columns: u32 = queen0 | queen1;
  let left: u32 = ((queen0 << 1) | queen1) << 1;
  let right: u32 = ((queen0 >> 1) | queen1) >> 1;
  let free: u32 = all & ~(columns | left | right);
  let count: u32 = 0;
  let top: usize = stack;
  while (true) {
    if (free == 0) {
      // The row is full or no row is left: back to the last row with another free column.
      if (columns == all) count++;
      if (top == stack) return count;
      top -= 16;
      free = load<u32>(top);
      columns = load<u32>(top, 4);
      left = load<u32>(top, 8);
      right = load<u32>(top, 12);
    }
    const queen: u32 = free & -free;
    free ^= queen;
    store<u32>(top, free);
    store<u32>(top, columns, 4);
    store<u32>(top, left, 8);
    store<u32>(top, right, 12);
    if (free != 0) top += 16;
    columns |= queen;
    left = (left | queen) << 1;
    right = (right | queen) >> 1;
    free = all & ~(columns | left | right);
  }
}
