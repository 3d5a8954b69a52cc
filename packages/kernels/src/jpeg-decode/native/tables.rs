use crate::params::jpeg_decode::{CORRUPT_TABLE, LOOKAHEAD, STANDARD_TABLES};

/// A Huffman table (C.2).
#[derive(Clone, Copy, Debug)]
pub struct Huffman {
    /// Per next 8 bits: length and symbol of the code that they begin with; 0 where it is longer.
    pub lookup: [u16; 1 << LOOKAHEAD],
    /// Per length: the last code of that length; -1 where there is none.
    pub last_code: [i32; 17],
    /// Per length: what to add to a code for the index of its symbol.
    pub symbol_offset: [i32; 17],
    pub symbols: [u8; 256],
    defined: bool,
}

/// What the segments DQT and DHT define.
#[derive(Debug)]
pub struct Tables {
    /// Four tables for DC, then four for AC.
    pub huffman: [Huffman; 8],
    /// Four tables of 64 factors, in zig-zag order.
    pub quantisers: [[i32; 64]; 4],
    quantiser_defined: [bool; 4],
}

impl Tables {
    pub fn new() -> Self {
        let undefined = Huffman {
            lookup: [0; 1 << LOOKAHEAD],
            last_code: [-1; 17],
            symbol_offset: [0; 17],
            symbols: [0; 256],
            defined: false,
        };
        Self { huffman: [undefined; 8], quantisers: [[0; 64]; 4], quantiser_defined: [false; 4] }
    }

    pub fn forget(&mut self) {
        for table in &mut self.huffman {
            table.defined = false;
        }
        self.quantiser_defined = [false; 4];
    }

    pub fn has_quantiser(&self, table: usize) -> bool {
        self.quantiser_defined[table]
    }

    /// Whether a Huffman table is defined; the standard ones are, from the moment that somebody asks.
    pub fn has_huffman(&mut self, table: usize) -> bool {
        if !self.huffman[table].defined && table & 3 < 2 && self.read_huffman(&STANDARD_TABLES, false).is_err() {
            return false;
        }
        self.huffman[table].defined
    }

    /// Reads the content of a DQT segment (B.2.4.1).
    pub fn read_quantisers(&mut self, content: &[u8]) -> Result<(), u32> {
        let mut rest = content;
        while let Some((&head, factors)) = rest.split_first() {
            let (wide, table) = (head >> 4, usize::from(head & 15));
            let length = 64 << wide.min(1);
            if wide > 1 || table > 3 || factors.len() < length {
                return Err(CORRUPT_TABLE);
            }
            for (k, target) in self.quantisers[table].iter_mut().enumerate() {
                let factor = if wide == 1 {
                    i32::from(factors[2 * k]) << 8 | i32::from(factors[2 * k + 1])
                } else {
                    i32::from(factors[k])
                };
                if factor == 0 {
                    return Err(CORRUPT_TABLE);
                }
                *target = factor;
            }
            self.quantiser_defined[table] = true;
            rest = &factors[length..];
        }
        Ok(())
    }

    /// Reads the content of a DHT segment (B.2.4.2). Tables that exist already are kept unless `replace`.
    pub fn read_huffman(&mut self, content: &[u8], replace: bool) -> Result<(), u32> {
        let mut rest = content;
        while let Some((&head, body)) = rest.split_first() {
            let kind = usize::from(head >> 4);
            if kind > 1 || head & 15 > 3 || body.len() < 16 {
                return Err(CORRUPT_TABLE);
            }
            let table = kind * 4 + usize::from(head & 15);
            let (counts, body) = body.split_at(16);
            let count = counts.iter().copied().map(usize::from).sum();
            if count > 256 || body.len() < count {
                return Err(CORRUPT_TABLE);
            }
            if replace || !self.huffman[table].defined {
                self.huffman[table].define(kind == 0, counts, body)?;
            }
            rest = &body[count..];
        }
        Ok(())
    }
}

impl Huffman {
    /// Gives the symbols their codes, in order of length (C.2), and fills the lookup.
    fn define(&mut self, dc: bool, counts: &[u8], symbols: &[u8]) -> Result<(), u32> {
        self.lookup.fill(0);
        let mut code: i32 = 0;
        let mut index: usize = 0;
        for (length, &count) in (1_u16..).zip(counts) {
            let at = usize::from(length);
            if code + i32::from(count) > 1 << length {
                return Err(CORRUPT_TABLE);
            }
            self.symbol_offset[at] = i32::try_from(index).map_err(|_| CORRUPT_TABLE)? - code;
            for &symbol in &symbols[index..index + usize::from(count)] {
                // A difference of DC coefficients has at most 15 bits.
                if dc && symbol > 15 {
                    return Err(CORRUPT_TABLE);
                }
                self.symbols[index] = symbol;
                if u32::from(length) <= LOOKAHEAD {
                    let span = 1 << (LOOKAHEAD - u32::from(length));
                    let first = usize::try_from(code).map_err(|_| CORRUPT_TABLE)? * span;
                    self.lookup[first..first + span].fill(length << 8 | u16::from(symbol));
                }
                code += 1;
                index += 1;
            }
            self.last_code[at] = if count > 0 { code - 1 } else { -1 };
            code <<= 1;
        }
        self.defined = true;
        Ok(())
    }
}
