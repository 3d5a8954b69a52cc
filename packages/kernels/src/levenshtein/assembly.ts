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
    const leftUnits: usize = lefts + (<usize>left << 2);
    let i: u32 = 0;
    for (; i + 4 <= leftLength; i += 4) nextFourRows(leftUnits + (<usize>i << 2), i, rightUnits, rightLength);
    for (; i < leftLength; i++) nextRow(load<u32>(leftUnits + (<usize>i << 2)), i, rightUnits, rightLength);
    const distance: u32 = rightLength == 0 ? leftLength : load<u32>(row + (<usize>(rightLength - 1) << 2));
    store<u32>(distances + boundary, distance);
  }
}

/**
 * Puts row i + 4 of the matrix in the place of row i; the left string has its units from `left` on there. Four rows go
 * along together: a cell waits for the one before it in its row, and the others fill that time.
 */
function nextFourRows(left: usize, i: u32, right: usize, rightLength: u32): void {
  const unit0: u32 = load<u32>(left);
  const unit1: u32 = load<u32>(left, 4);
  const unit2: u32 = load<u32>(left, 8);
  const unit3: u32 = load<u32>(left, 12);
  // Before column 0 lies the distance to the empty string.
  let diagonal: u32 = i;
  let beside0: u32 = i + 1;
  let beside1: u32 = i + 2;
  let beside2: u32 = i + 3;
  let beside3: u32 = i + 4;
  for (let j: usize = 0; j < <usize>rightLength << 2; j += 4) {
    const above: u32 = load<u32>(row + j);
    const other: u32 = load<u32>(right + j);
    const cell0: u32 = cell(unit0, other, diagonal, above, beside0);
    const cell1: u32 = cell(unit1, other, beside0, cell0, beside1);
    const cell2: u32 = cell(unit2, other, beside1, cell1, beside2);
    const cell3: u32 = cell(unit3, other, beside2, cell2, beside3);
    diagonal = above;
    beside0 = cell0;
    beside1 = cell1;
    beside2 = cell2;
    beside3 = cell3;
    store<u32>(row + j, cell3);
  }
}

/** Puts row i + 1 of the matrix in the place of row i; `unit` is what the left string has there. */
function nextRow(unit: u32, i: u32, right: usize, rightLength: u32): void {
  let diagonal: u32 = i;
  let beside: u32 = i + 1;
  for (let j: usize = 0; j < <usize>rightLength << 2; j += 4) {
    const above: u32 = load<u32>(row + j);
    beside = cell(unit, load<u32>(right + j), diagonal, above, beside);
    diagonal = above;
    store<u32>(row + j, beside);
  }
}

/** A cell of the matrix from the three next to it: a unit is kept or replaced, left out, or put in. */
function cell(unit: u32, other: u32, diagonal: u32, above: u32, beside: u32): u32 {
  return min<u32>(diagonal + u32(unit != other), min<u32>(above, beside) + 1);
}
