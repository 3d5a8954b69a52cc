/** Where the search left off, four numbers per row that still has a free column: free, columns, left, right. */
const stack = new Int32Array(4 * 32);

export function nqueens(size: number, counts: Uint32Array, start: number, end: number): void {
  const all = (1 << size) - 1;
  for (let item = start; item < end; item++) {
    const column0 = (item / size) | 0;
    const column1 = item % size;
    counts[item] = Math.abs(column0 - column1) < 2 ? 0 : completions(all, 1 << column0, 1 << column1);
  }
}

/** In how many ways the remaining rows can be filled when the first two queens stand on these columns. */
function completions(all: number, queen0: number, queen1: number): number {
  // Columns that the queens so far attack in the next row: straight down and along both diagonals.
  let columns = queen0 | queen1;
  let left = ((queen0 << 1) | queen1) << 1;
  let right = ((queen0 >> 1) | queen1) >> 1;
  let free = all & ~(columns | left | right);
  let count = 0;
  let top = 0;
  while (true) {
    if (free === 0) {
      // The row is full or no row is left: back to the last row with another free column.
      if (columns === all) count = (count + 1) | 0;
      if (top === 0) return count;
      top = (top - 4) | 0;
      free = stack[top]!;
      columns = stack[top + 1]!;
      left = stack[top + 2]!;
      right = stack[top + 3]!;
    }
    const queen = free & -free;
    free ^= queen;
    if (free !== 0) {
      stack[top] = free;
      stack[top + 1] = columns;
      stack[top + 2] = left;
      stack[top + 3] = right;
      top = (top + 4) | 0;
    }
    columns |= queen;
    left = (left | queen) << 1;
    right = (right | queen) >> 1;
    free = all & ~(columns | left | right);
  }
}
