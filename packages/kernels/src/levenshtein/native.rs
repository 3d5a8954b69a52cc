use crate::params::levenshtein::LONGEST;

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
        for (&unit, i) in left.iter().zip(0..) {
            next_row(unit, i, right, row);
        }
        *distance = row.last().copied().unwrap_or(left_boundaries[item + 1] - left_boundaries[item]);
    }
}

/// Puts row i + 1 of the matrix in the place of row i; `unit` is what the left string has there.
fn next_row(unit: u32, i: u32, right: &[u32], row: &mut [u32]) {
    // Before column 0 lies the distance to the empty string.
    let mut diagonal = i;
    let mut beside = i + 1;
    for (cell, &other) in row.iter_mut().zip(right) {
        let above = *cell;
        let cost = u32::from(unit != other);
        // What lies beside comes last, so that as little as possible waits for it.
        beside = (diagonal + cost).min(above + 1).min(beside + 1);
        diagonal = above;
        *cell = beside;
    }
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
