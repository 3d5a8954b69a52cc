use crate::params::word_count::{CONTROLS, SPACE, TAB};

/// Fills the numbers of words of the strings `[start, end)`; `counts` is exactly theirs.
pub fn word_count(text: &[u8], boundaries: &[u32], counts: &mut [u32], start: usize, end: usize) {
    for (item, count) in (start..end).zip(counts) {
        *count = words(&text[boundaries[item] as usize..boundaries[item + 1] as usize]);
    }
}

/// How many words a string has.
fn words(string: &[u8]) -> u32 {
    let first = string.first().is_some_and(|&byte| !is_space(byte));
    let after = string.get(1..).unwrap_or_default();
    // A word begins where no white space follows white space. No count of a piece exceeds its length, and so a byte.
    let pieces = string.chunks(PIECE).zip(after.chunks(PIECE)).map(|(before, bytes)| {
        let begun = before.iter().zip(bytes).map(|(&before, &byte)| u8::from(is_space(before) & !is_space(byte)));
        u32::from(begun.fold(0_u8, u8::wrapping_add))
    });
    u32::from(first) + pieces.sum::<u32>()
}

/// Bytes whose words are counted in bytes: vectors hold more of them than of wider numbers.
const PIECE: usize = 255;

fn is_space(byte: u8) -> bool {
    (byte == SPACE) | (byte.wrapping_sub(TAB) < CONTROLS)
}

#[cfg(test)]
mod tests {
    use super::{PIECE, word_count, words};

    #[test]
    fn words_lie_between_white_space_of_any_kind_and_length() {
        assert_eq!(words(b" one\ttwo \x0b\x0c three\r\nfour "), 4);
    }

    #[test]
    fn nothing_and_white_space_alone_hold_no_word() {
        assert_eq!(words(b""), 0);
        assert_eq!(words(b" \n"), 0);
    }

    #[test]
    fn only_ascii_white_space_parts_words() {
        assert_eq!(words("no\u{a0}break\u{3000}here\u{2028}\0".as_bytes()), 1);
    }

    #[test]
    fn words_are_counted_across_the_ends_of_pieces() {
        for length in 2 * PIECE - 3..2 * PIECE + 3 {
            assert_eq!(words(&b"a ".repeat(length)), u32::try_from(length).unwrap());
            assert_eq!(words(&b"a".repeat(length)), 1);
        }
    }

    #[test]
    fn a_chunk_fills_only_its_own_counts() {
        let mut counts = [9];
        word_count(b"a bc d", &[0, 3, 6], &mut counts, 1, 2);
        assert_eq!(counts, [2]);
    }
}
