import { LONGEST } from './params.ts';

/** The distances of the left string so far to every beginning of the right one but the empty one. */
const row = new Int32Array(LONGEST);

export function levenshtein(
  lefts: Uint32Array,
  leftBoundaries: Uint32Array,
  rights: Uint32Array,
  rightBoundaries: Uint32Array,
  distances: Uint32Array,
  start: number,
  end: number,
): void {
  for (let item = start; item < end; item++) {
    const left = leftBoundaries[item]!;
    const leftLength = leftBoundaries[item + 1]! - left;
    const right = rightBoundaries[item]!;
    const rightLength = rightBoundaries[item + 1]! - right;
    for (let j = 0; j < rightLength; j++) row[j] = j + 1;
    let i = 0;
    for (; i + 4 <= leftLength; i += 4) nextFourRows(lefts, left + i, i, rights, right, rightLength);
    for (; i < leftLength; i++) nextRow(lefts[left + i]!, i, rights, right, rightLength);
    distances[item] = rightLength === 0 ? leftLength : row[rightLength - 1]!;
  }
}

/**
 * Puts row i + 4 of the matrix in the place of row i; the left string has its units from `left` on there. Four rows go
 * along together: a cell waits for the one before it in its row, and the others fill that time.
 */
function nextFourRows(
  lefts: Uint32Array,
  left: number,
  i: number,
  rights: Uint32Array,
  right: number,
  rightLength: number,
): void {
  const unit0 = lefts[left]!;
  const unit1 = lefts[left + 1]!;
  const unit2 = lefts[left + 2]!;
  const unit3 = lefts[left + 3]!;
  // Before column 0 lies the distance to the empty string.
  let diagonal = i;
  let beside0 = i + 1;
  let beside1 = i + 2;
  let beside2 = i + 3;
  let beside3 = i + 4;
  for (let j = 0; j < rightLength; j++) {
    const above = row[j]!;
    const other = rights[right + j]!;
    const cell0 = cell(unit0, other, diagonal, above, beside0);
    const cell1 = cell(unit1, other, beside0, cell0, beside1);
    const cell2 = cell(unit2, other, beside1, cell1, beside2);
    const cell3 = cell(unit3, other, beside2, cell2, beside3);
    diagonal = above;
    beside0 = cell0;
    beside1 = cell1;
    beside2 = cell2;
    beside3 = cell3;
    row[j] = cell3;
  }
}

/** Puts row i + 1 of the matrix in the place of row i; `unit` is what the left string has there. */
function nextRow(unit: number, i: number, rights: Uint32Array, right: number, rightLength: number): void {
  let diagonal = i;
  let beside = i + 1;
  for (let j = 0; j < rightLength; j++) {
    const above = row[j]!;
    beside = cell(unit, rights[right + j]!, diagonal, above, beside);
    diagonal = above;
    row[j] = beside;
  }
}

/** A cell of the matrix from the three next to it: a unit is kept or replaced, left out, or put in. */
function cell(unit: number, other: number, diagonal: number, above: number, beside: number): number {
  const difference = unit ^ other;
  // 1 if there is a difference, else 0: a branch that no one can predict would cost more.
  const cost = (difference | -difference) >>> 31;
  return Math.min((diagonal + cost) | 0, (Math.min(above, beside) + 1) | 0);
}
