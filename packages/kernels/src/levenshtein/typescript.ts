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
    for (let i = 0; i < leftLength; i++) nextRow(lefts[left + i]!, i, rights, right, rightLength);
    distances[item] = rightLength === 0 ? leftLength : row[rightLength - 1]!;
  }
}

/** Puts row i + 1 of the matrix in the place of row i; `unit` is what the left string has there. */
function nextRow(unit: number, i: number, rights: Uint32Array, right: number, rightLength: number): void {
  // Before column 0 lies the distance to the empty string.
  let diagonal = i;
  let beside = i + 1;
  for (let j = 0; j < rightLength; j++) {
    const above = row[j]!;
    const difference = unit ^ rights[right + j]!;
    // 1 if there is a difference, else 0: a branch that no one can predict would cost more.
    const cost = (difference | -difference) >>> 31;
    beside = Math.min(diagonal + cost, Math.min(above, beside) + 1);
    diagonal = above;
    row[j] = beside;
  }
}
