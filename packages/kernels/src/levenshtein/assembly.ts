/** The distances of the left string so far to every beginning of the right one but the empty one. */
const row: usize = memory.data(4096 * 4, 4);

export function levenshtein(
  lefts: usize,
  leftBoundaries: usize,
  rights: usize,
  rightBoundaries: usize,
  distances: usize,
  start: u32,
  end: u32,
): void {
  for (let item: u32 = start; item < end; item++) {
    const boundary: usize = <usize>item << 2;
    const left: u32 = load<u32>(leftBoundaries + boundary);
    const leftLength: u32 = load<u32>(leftBoundaries + boundary, 4) - left;
    const right: u32 = load<u32>(rightBoundaries + boundary);
    const rightLength: u32 = load<u32>(rightBoundaries + boundary, 4) - right;
    const rightUnits: usize = rights + (<usize>right << 2);
    for (let j: u32 = 0; j < rightLength; j++) store<u32>(row + (<usize>j << 2), j + 1);
    for (let i: u32 = 0; i < leftLength; i++) {
      nextRow(load<u32>(lefts + (<usize>(left + i) << 2)), i, rightUnits, rightLength);
    }
    const distance: u32 = rightLength == 0 ? leftLength : load<u32>(row + (<usize>(rightLength - 1) << 2));
    store<u32>(distances + boundary, distance);
  }
}

/** Puts row i + 1 of the matrix in the place of row i; `unit` is what the left string has there. */
function nextRow(unit: u32, i: u32, right: usize, rightLength: u32): void {
  // Before column 0 lies the distance to the empty string.
  let diagonal: u32 = i;
  let beside: u32 = i + 1;
  for (let j: usize = 0; j < <usize>rightLength << 2; j += 4) {
    const above: u32 = load<u32>(row + j);
    const cost: u32 = u32(unit != load<u32>(right + j));
    // What lies beside comes last, so that as little as possible waits for it.
    beside = min<u32>(min<u32>(diagonal + cost, above + 1), beside + 1);
    diagonal = above;
    store<u32>(row + j, beside);
  }
}
