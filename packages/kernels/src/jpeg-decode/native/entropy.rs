use super::components::Component;
use super::tables::{Huffman, Tables};
use crate::params::jpeg_decode::{LOOKAHEAD, NATURAL_ORDER, PADDING, TRUNCATED};

/// An entropy-coded segment (B.1.1.5), without the zeros that are stuffed behind each byte 0xff.
#[derive(Debug, Default)]
pub struct Segment {
    /// What it holds, and zeros behind that, so that no block has to watch for the end.
    data: Vec<u8>,
    /// Number of bits in it.
    pub bit_length: usize,
    /// Where in the frame the marker lies that ended it.
    pub end: usize,
}

/// A block that was decoded.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// The bit behind it.
    pub end: usize,
    /// Whether it has coefficients other than DC.
    pub has_ac: bool,
}

impl Segment {
    /// Takes up the segment that begins at `from` and goes to the next marker.
    pub fn open(&mut self, frame: &[u8], from: usize) -> Result<(), u32> {
        self.data.clear();
        let mut at = from;
        loop {
            let &byte = frame.get(at).ok_or(TRUNCATED)?;
            if byte == 0xff {
                if *frame.get(at + 1).ok_or(TRUNCATED)? != 0 {
                    break;
                }
                at += 1;
            }
            self.data.push(byte);
            at += 1;
        }
        self.bit_length = self.data.len() * 8;
        self.data.resize(self.data.len() + PADDING as usize, 0);
        self.end = at;
        Ok(())
    }

    /// Decodes the block of a component that begins at a bit (F.2.2), and dequantises it.
    /// `coefficients` are zeros before; row by row they are filled. A block may have no end.
    pub fn decode_block(
        &self,
        component: &mut Component,
        tables: &Tables,
        coefficients: &mut [i32; 64],
        from: usize,
    ) -> Option<Block> {
        let factors = &tables.quantisers[component.quantiser];
        let (window, mut bit, category) = self.symbol(&tables.huffman[component.dc_table], from)?;
        if category != 0 {
            bit += usize::from(category);
            component.prediction = wrapped(component.prediction + extend(window, category));
        }
        coefficients[0] = component.prediction * factors[0];

        let table = &tables.huffman[component.ac_table];
        let mut has_ac = false;
        let mut k = 1;
        while k < 64 {
            let (window, next, symbol) = self.symbol(table, bit)?;
            let (run, size) = (symbol >> 4, symbol & 15);
            bit = next;
            if size == 0 {
                if run != 15 {
                    return Some(Block { end: bit, has_ac });
                }
                k += 16;
            } else {
                k += usize::from(run);
                if k > 63 {
                    return None;
                }
                bit += usize::from(size);
                coefficients[usize::from(NATURAL_ORDER[k] & 63)] = extend(window, size) * factors[k];
                has_ac = true;
                k += 1;
            }
        }
        (k == 64).then_some(Block { end: bit, has_ac })
    }

    /// The symbol whose code begins at a bit: the bits behind the code, at least 15 of them, where these lie, and it.
    #[inline]
    fn symbol(&self, table: &Huffman, from: usize) -> Option<(u32, usize, u8)> {
        let window = self.peek(from);
        let entry = table.lookup[(window >> (32 - LOOKAHEAD)) as usize];
        let [length, symbol] = entry.to_be_bytes();
        if entry == 0 {
            let (length, symbol) = long_code(table, window)?;
            let bit = from + length;
            return Some((self.peek(bit), bit, symbol));
        }
        Some((window << length, from + usize::from(length), symbol))
    }

    /// The bits from there on, at least 25 of them.
    #[inline]
    fn peek(&self, bit: usize) -> u32 {
        let bytes = self.data[bit >> 3..].first_chunk::<4>();
        bytes.map_or(0, |&bytes| u32::from_be_bytes(bytes)) << (bit & 7)
    }
}

/// A code longer than what is looked up: its length and symbol.
fn long_code(table: &Huffman, window: u32) -> Option<(usize, u8)> {
    for length in LOOKAHEAD as usize + 1..=16 {
        let code = (window >> (32 - length)).cast_signed();
        if code <= table.last_code[length] {
            let index = usize::try_from(code + table.symbol_offset[length]).ok()?;
            return Some((length, table.symbols[index]));
        }
    }
    None
}

/// The value that the first `size` bits of a window stand for: its first bit says whether it is positive (F.2.2.1).
#[inline]
fn extend(window: u32, size: u8) -> i32 {
    let value = (window >> (32 - u32::from(size))).cast_signed();
    if window.cast_signed() < 0 { value } else { value - (1 << size) + 1 }
}

/// A number in 16 bits: where more would be needed it starts from the other end.
fn wrapped(value: i32) -> i32 {
    (value << 16) >> 16
}
