use super::components::Component;
use super::tables::{Huffman, Tables};
use crate::params::jpeg_decode::{LOOKAHEAD, NATURAL_ORDER, PADDING, TRUNCATED};

/// Zeros behind the entropy-coded data: what a block can read, and what the window holds beyond that.
const ZEROS: usize = PADDING as usize + 16;

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
            let rest = frame.get(at..).ok_or(TRUNCATED)?;
            let plain = rest.iter().position(|&byte| byte == 0xff).ok_or(TRUNCATED)?;
            let is_stuffed = *rest.get(plain + 1).ok_or(TRUNCATED)? == 0;
            self.data.extend_from_slice(&rest[..plain + usize::from(is_stuffed)]);
            at += plain;
            if !is_stuffed {
                break;
            }
            at += 2;
        }
        self.bit_length = self.data.len() * 8;
        self.data.resize(self.data.len() + ZEROS, 0);
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
        let mut bits = Bits::from(&self.data, from);
        let (window, category) = bits.take(&tables.huffman[component.dc_table])?;
        if category != 0 {
            component.prediction = wrapped(component.prediction + extend(window, category));
        }
        coefficients[0] = component.prediction * factors[0];

        let table = &tables.huffman[component.ac_table];
        let mut has_ac = false;
        let mut k = 1;
        while k < 64 {
            let (window, symbol) = bits.take(table)?;
            let (run, size) = (symbol >> 4, symbol & 15);
            if size == 0 {
                if run != 15 {
                    return Some(Block { end: bits.position(), has_ac });
                }
                k += 16;
            } else {
                k += usize::from(run);
                if k > 63 {
                    return None;
                }
                coefficients[usize::from(NATURAL_ORDER[k] & 63)] = extend(window, size) * factors[k];
                has_ac = true;
                k += 1;
            }
        }
        (k == 64).then(|| Block { end: bits.position(), has_ac })
    }
}

/// The next bits of a segment.
struct Bits<'a> {
    data: &'a [u8],
    /// The byte behind the window.
    at: usize,
    /// Bits, the next one highest; zeros behind them.
    window: u64,
    /// How many there are in the window.
    count: usize,
}

impl<'a> Bits<'a> {
    #[inline]
    fn from(data: &'a [u8], bit: usize) -> Self {
        let (at, skipped) = (bit >> 3, bit & 7);
        let window = data[at..].first_chunk().map_or(0, |&bytes| u64::from_be_bytes(bytes)) << skipped;
        Self { data, at: at + 8, window, count: 64 - skipped }
    }

    /// Takes a symbol and the bits of the number that it announces: these, where the window begins, and the symbol.
    #[inline]
    fn take(&mut self, table: &Huffman) -> Option<(u64, u8)> {
        // A code has at most 16 bits, and a number 15.
        if self.count < 32 {
            let next = self.data[self.at..].first_chunk().map_or(0, |&bytes| u32::from_be_bytes(bytes));
            self.window |= u64::from(next) << (32 - self.count);
            self.at += 4;
            self.count += 32;
        }
        let entry = table.lookup[(self.window >> (64 - LOOKAHEAD)) as usize];
        let [length, symbol] = if entry == 0 { long_code(table, self.window)? } else { entry.to_be_bytes() };
        let number = self.window << length;
        // Both at once: the next symbol waits for nothing but this.
        let taken = usize::from(length) + usize::from(symbol & 15);
        self.window <<= taken;
        self.count -= taken;
        Some((number, symbol))
    }

    /// The next bit.
    #[inline]
    fn position(&self) -> usize {
        self.at * 8 - self.count
    }
}

/// A code longer than what is looked up: its length and symbol.
#[cold]
fn long_code(table: &Huffman, window: u64) -> Option<[u8; 2]> {
    for (length, &last) in (0..).zip(&table.last_code).skip(LOOKAHEAD as usize + 1) {
        let code = ((window >> 32) as u32 >> (32 - length)).cast_signed();
        if code <= last {
            let index = usize::try_from(code + table.symbol_offset[usize::from(length)]).ok()?;
            return Some([length, table.symbols[index]]);
        }
    }
    None
}

/// The value that the first `size` bits of a window stand for: its first bit says whether it is positive (F.2.2.1).
#[inline]
fn extend(window: u64, size: u8) -> i32 {
    let value = ((window >> 32) as u32 >> (32 - u32::from(size))).cast_signed();
    if window.cast_signed() < 0 { value } else { value - (1 << size) + 1 }
}

/// A number in 16 bits: where more would be needed it starts from the other end.
fn wrapped(value: i32) -> i32 {
    (value << 16) >> 16
}
