/// Fills the counts of the items `[start, end)`; `counts` is exactly theirs.
pub fn nqueens(size: u32, counts: &mut [u32], start: usize, end: usize) {
    let all = (1 << size) - 1;
    for (item, count) in (start..end).zip(counts) {
        let column0 = item / size as usize;
        let column1 = item % size as usize;
        let clash = column0.abs_diff(column1) < 2;
        *count = if clash { 0 } else { completions(all, 1 << column0, 1 << column1) };
    }
}

/// In how many ways the remaining rows can be filled when the first two queens stand on these columns.
fn completions(all: u32, queen0: u32, queen1: u32) -> u32 {
    // Where the search left off, for each row that still has a free column.
    let mut stack = [[0; 4]; 32];
    // Columns that the queens so far attack in the next row: straight down and along both diagonals.
    let mut columns = queen0 | queen1;
    let mut left = ((queen0 << 1) | queen1) << 1;
    let mut right = ((queen0 >> 1) | queen1) >> 1;
    let mut free = all & !(columns | left | right);
    let mut count = 0;
    let mut top = 0;
    loop {
        if free == 0 {
            // The row is full or no row is left: back to the last row with another free column.
            if columns == all {
                count += 1;
            }
            if top == 0 {
                return count;
            }
            top -= 1;
            [free, columns, left, right] = stack[top];
        }
        let queen = free & free.wrapping_neg();
        free ^= queen;
        stack[top] = [free, columns, left, right];
        if free != 0 {
            top += 1;
        }
        columns |= queen;
        left = (left | queen) << 1;
        right = (right | queen) >> 1;
        free = all & !(columns | left | right);
    }
}

#[cfg(test)]
mod tests {
    use super::{completions, nqueens};

    #[test]
    fn eight_queens_have_92_solutions() {
        let mut counts = [0; 64];
        nqueens(8, &mut counts, 0, 64);
        assert_eq!(counts.iter().sum::<u32>(), 92);
    }

    #[test]
    fn queens_that_attack_each_other_have_no_completion() {
        let mut counts = [7; 3];
        nqueens(8, &mut counts, 8, 11);
        assert_eq!(counts, [0; 3]);
    }

    #[test]
    fn four_queens_complete_in_one_way_from_the_second_column() {
        assert_eq!(completions(0b1111, 0b0010, 0b1000), 1);
    }
}
