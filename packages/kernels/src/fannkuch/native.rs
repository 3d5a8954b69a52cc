use std::array::from_fn;
use std::mem::replace;

/// Room for a permutation. Indices are taken modulo its length, which changes nothing and spares a check.
type Elements = [u32; 16];

/// Fills the outputs of the blocks `[start, end)`; `checksums` and `flips` are exactly theirs.
pub fn fannkuch(size: u32, checksums: &mut [i32], flips: &mut [i32], start: usize, end: usize) {
    let size = size as usize;
    let length: usize = (1..size - 1).product();
    for (item, (checksum, most)) in (start..end).zip(checksums.iter_mut().zip(flips)) {
        let mut permutation = Permutation::first_of(size, item);
        (*checksum, *most) = (0, 0);
        for _ in (0..length).step_by(2) {
            let even = permutation.flips();
            permutation.advance();
            let odd = permutation.flips();
            permutation.advance();
            *checksum += even - odd;
            *most = (*most).max(even).max(odd);
        }
    }
}

struct Permutation {
    elements: Elements,
    /// How often the first i + 1 elements have been rotated: digit i of the permutation's index.
    rotations: Elements,
}

impl Permutation {
    /// The first permutation of a block, whose lower digits are all 0. Nothing reads the two highest.
    #[expect(clippy::cast_possible_truncation, reason = "the numbers below 16")]
    fn first_of(size: usize, item: usize) -> Self {
        let mut elements = from_fn(|i| i as u32);
        elements[..size].rotate_left(item / (size - 1));
        elements[..size - 1].rotate_left(item % (size - 1));
        Self { elements, rotations: [0; 16] }
    }

    /// Goes to the next permutation: counts its index up by one, and carries.
    fn advance(&mut self) {
        for i in 1..16 {
            self.rotate(i);
            let digit = &mut self.rotations[i];
            if (*digit as usize) < i {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
    }

    /// Moves the first of the elements `[0, last]` behind the others.
    fn rotate(&mut self, last: usize) {
        let mut behind = self.elements[0];
        for element in self.elements[..=last].iter_mut().rev() {
            behind = replace(element, behind);
        }
    }

    /// How often as many elements as the first one says must be reversed until it says none.
    fn flips(&self) -> i32 {
        let mut first = self.elements[0];
        if first == 0 {
            return 0;
        }
        let mut stack = self.elements;
        // The first element is never stored: it goes straight to where it ends, and what was there comes first.
        let mut flips = 1;
        loop {
            let place = first as usize;
            let next = stack[place % 16];
            if next == 0 {
                return flips;
            }
            stack[place % 16] = first;
            let (mut low, mut high) = (1, place - 1);
            while low < high {
                stack.swap(low % 16, high % 16);
                low += 1;
                high -= 1;
            }
            first = next;
            flips += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Permutation, fannkuch};

    #[test]
    fn seven_elements_have_the_published_checksum_and_flips() {
        let (mut checksums, mut flips) = ([0; 42], [0; 42]);
        fannkuch(7, &mut checksums, &mut flips, 0, 42);
        assert_eq!(checksums.iter().sum::<i32>(), 228);
        assert_eq!(flips.iter().max(), Some(&16));
    }

    #[test]
    fn a_block_begins_where_the_one_before_ends() {
        for block in 1..20 {
            let mut last = Permutation::first_of(5, block - 1);
            for _ in 0..6 {
                last.advance();
            }
            // After its last permutation a block carries into the two highest digits, unless the second is full.
            if block % 4 != 0 {
                assert_eq!(last.elements, Permutation::first_of(5, block).elements);
            }
        }
    }

    #[test]
    fn the_first_permutations_need_no_flip_and_one() {
        let mut permutation = Permutation::first_of(9, 0);
        assert_eq!(permutation.flips(), 0);
        permutation.advance();
        assert_eq!(permutation.flips(), 1);
    }
}
