use crate::params::levenshtein::LONGEST;
use std::mem::replace;

/// Fills the distances of the items `[start, end)`; `distances` is exactly theirs.
pub fn levenshtein(
    lefts: &[u32],
    left_boundaries: &[u32],
    rights: &[u32],
    right_boundaries: &[u32],
    distances: &mut [u32],
    start: usize,
    end: usize,
) {
    // The distances of the left string so far to every beginning of the right one but the empty one.
    let mut row = [0; LONGEST as usize];
    for (item, distance) in (start..end).zip(distances) {
        let left = &lefts[left_boundaries[item] as usize..left_boundaries[item + 1] as usize];
        let right = &rights[right_boundaries[item] as usize..right_boundaries[item + 1] as usize];
        let row = &mut row[..right.len()];
        for (cell, j) in row.iter_mut().zip(1..) {
            *cell = j;
        }
        let (fours, rest) = left.as_chunks::<4>();
        let mut i = 0;
        for &units in fours {
            next_rows(units, i, right, row);
            i += 4;
        }
        for &unit in rest {
            next_rows([unit], i, right, row);
            i += 1;
        }
        *distance = row.last().copied().unwrap_or(left_boundaries[item + 1] - left_boundaries[item]);
    }
}

/// Puts a later row of the matrix in the place of row i; `units` is what the left string has in between. All rows go along
/// together: a cell waits for the one before it in its row, and the others fill that time.
fn next_rows<const ROWS: usize>(units: [u32; ROWS], i: u32, right: &[u32], row: &mut [u32]) {
    // Before column 0 lies the distance to the empty string.
    let mut first = i;
    let mut besides = units;
    for (beside, distance) in besides.iter_mut().zip(i + 1..) {
        *beside = distance;
    }
    for (place, &other) in row.iter_mut().zip(right) {
        let (mut diagonal, mut above) = (first, *place);
        first = above;
        for (beside, unit) in besides.iter_mut().zip(units) {
            above = cell(unit, other, diagonal, above, *beside);
            diagonal = replace(beside, above);
        }
        *place = above;
    }
}

/// A cell of the matrix from the three next to it: a unit is kept or replaced, left out, or put in.
fn cell(unit: u32, other: u32, diagonal: u32, above: u32, beside: u32) -> u32 {
    (diagonal + u32::from(unit != other)).min(above.min(beside) + 1)
}

#[cfg(test)]
mod tests {
    use super::levenshtein;

    fn distance(left: &str, right: &str) -> u32 {
        let [left, right] = [left, right].map(|text| text.encode_utf16().map(u32::from).collect::<Vec<_>>());
        let [to_left, to_right] = [&left, &right].map(|units| [0, u32::try_from(units.len()).unwrap()]);
        let mut distances = [99];
        levenshtein(&left, &to_left, &right, &to_right, &mut distances, 0, 1);
        distances[0]
    }

    #[test]
    fn the_textbook_pair_kitten_and_sitting_is_3_apart() {
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn a_string_is_as_far_from_the_empty_one_as_it_is_long() {
        assert_eq!(distance("", ""), 0);
        assert_eq!(distance("abc", ""), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
