use super::components::{Component, Components};
use super::tables::Tables;
use crate::params::jpeg_decode::{
    APP0, APP14, ARITHMETIC, CORRUPT_HEADER, CORRUPT_MARKER, MISSING_TABLE, OTHER_COLOURS, OTHER_PRECISION,
    OTHER_PROCESS, OTHER_SAMPLING, OTHER_SIZE, PROGRESSIVE, SOF1, SOF2, SOF9,
};

/// What the headers of a frame and of a scan say.
#[derive(Debug, Default)]
pub struct Headers {
    /// Number of components; 0 before the frame header was read.
    pub component_count: usize,
    /// The largest sampling factors.
    pub most_across: usize,
    pub most_down: usize,
    /// MCUs between two restart markers; 0 without such.
    pub restart_interval: usize,
    /// Components of the scan: how many, and which.
    pub scan_count: usize,
    pub scan_components: [usize; 3],
    seen_jfif: bool,
    /// What Adobe's marker says of the colours: 0 for RGB, 1 for `YCbCr`.
    adobe: Option<u8>,
}

impl Headers {
    /// Reads a frame header (B.2.2).
    pub fn read_frame_header(
        &mut self,
        components: &mut Components,
        marker: u32,
        content: &[u8],
        size: (usize, usize),
    ) -> Result<(), u32> {
        if marker == SOF2 {
            return Err(PROGRESSIVE);
        }
        if marker >= SOF9 {
            return Err(ARITHMETIC);
        }
        if marker > SOF1 {
            return Err(OTHER_PROCESS);
        }
        if self.component_count > 0 {
            return Err(CORRUPT_MARKER);
        }
        let (head, descriptions) = content.split_first_chunk::<6>().ok_or(CORRUPT_HEADER)?;
        let &[precision, down_high, down_low, across_high, across_low, count] = head;
        let count = usize::from(count);
        if descriptions.len() != 3 * count {
            return Err(CORRUPT_HEADER);
        }
        if precision != 8 {
            return Err(OTHER_PRECISION);
        }
        if (word(across_high, across_low), word(down_high, down_low)) != size {
            return Err(OTHER_SIZE);
        }
        if count != 1 && count != 3 {
            return Err(OTHER_COLOURS);
        }
        self.most_across = 1;
        self.most_down = 1;
        for (c, &[id, factors, quantiser]) in descriptions.as_chunks::<3>().0.iter().enumerate() {
            let one = &mut components.all[c];
            one.id = id;
            one.across = usize::from(factors >> 4);
            one.down = usize::from(factors & 15);
            one.quantiser = usize::from(quantiser);
            one.decoded = false;
            if !(1..=4).contains(&one.across) || !(1..=4).contains(&one.down) || one.quantiser > 3 {
                return Err(CORRUPT_HEADER);
            }
            // A single component has nothing to be subsampled against.
            if count == 1 {
                (one.across, one.down) = (1, 1);
            }
            self.most_across = self.most_across.max(one.across);
            self.most_down = self.most_down.max(one.down);
            if component_of(&components.all, id) != c {
                return Err(CORRUPT_HEADER);
            }
        }
        self.component_count = count;
        for one in &mut components.all[..count] {
            one.width = (size.0 * one.across).div_ceil(self.most_across);
            one.height = (size.1 * one.down).div_ceil(self.most_down);
        }
        self.check_sampling(&components.all)
    }

    /// Refuses what is neither grey, 4:4:4, 4:2:2 nor 4:2:0.
    fn check_sampling(&self, [luma, blue, red]: &[Component; 3]) -> Result<(), u32> {
        let most = (self.most_across, self.most_down);
        if self.component_count == 1 {
            return Ok(());
        }
        if (luma.across, luma.down) != most || (blue.across, blue.down) != (red.across, red.down) {
            return Err(OTHER_SAMPLING);
        }
        let full = (blue.across, blue.down) == most;
        let halved = blue.across * 2 == most.0 && (blue.down == most.1 || blue.down * 2 == most.1);
        if full || halved { Ok(()) } else { Err(OTHER_SAMPLING) }
    }

    /// Notes what a JFIF or Adobe segment says of the colours.
    pub fn read_application_data(&mut self, marker: u32, content: &[u8]) {
        if marker == APP0 && content.len() >= 14 && content.starts_with(b"JFIF\0") {
            self.seen_jfif = true;
        }
        if marker == APP14 && content.len() >= 12 && content.starts_with(b"Adobe") {
            self.adobe = Some(content[11]);
        }
    }

    /// Whether three components are red, green and blue: Adobe's marker says so, or else their identifiers.
    fn is_rgb(&self, components: &[Component; 3]) -> bool {
        match self.adobe {
            _ if self.seen_jfif => false,
            Some(colours) => colours == 0,
            None => components.iter().map(|one| one.id).eq(*b"RGB"),
        }
    }

    /// Reads a restart interval (B.2.4.4).
    pub fn read_restart_interval(&mut self, content: &[u8]) -> Result<(), u32> {
        let &[high, low] = content else { return Err(CORRUPT_MARKER) };
        self.restart_interval = word(high, low);
        Ok(())
    }

    /// Reads a scan header (B.2.3).
    pub fn read_scan_header(
        &mut self,
        components: &mut Components,
        tables: &mut Tables,
        content: &[u8],
    ) -> Result<(), u32> {
        if self.component_count == 0 {
            return Err(CORRUPT_MARKER);
        }
        if self.component_count == 3 && self.is_rgb(&components.all) {
            return Err(OTHER_COLOURS);
        }
        let (&count, rest) = content.split_first().ok_or(CORRUPT_HEADER)?;
        let count = usize::from(count);
        if count < 1 || count > self.component_count || rest.len() != 3 + 2 * count {
            return Err(CORRUPT_HEADER);
        }
        let (selectors, end) = rest.split_at(2 * count);
        let mut blocks = 0;
        for (i, &[id, numbers]) in selectors.as_chunks::<2>().0.iter().enumerate() {
            let c = component_of(&components.all, id);
            if c >= self.component_count || components.all[c].decoded || numbers & 0xcc != 0 {
                return Err(CORRUPT_HEADER);
            }
            let one = &mut components.all[c];
            one.dc_table = usize::from(numbers >> 4);
            one.ac_table = 4 + usize::from(numbers & 3);
            if !tables.has_quantiser(one.quantiser)
                || !tables.has_huffman(one.dc_table)
                || !tables.has_huffman(one.ac_table)
            {
                return Err(MISSING_TABLE);
            }
            one.decoded = true;
            blocks += one.across * one.down;
            self.scan_components[i] = c;
        }
        self.scan_count = count;
        // A sequential scan has all 64 coefficients, in full precision.
        if end != [0, 63, 0] || (count > 1 && blocks > 10) { Err(CORRUPT_HEADER) } else { Ok(()) }
    }

    /// Whether every component of the frame was in a scan.
    pub fn is_complete(&self, components: &Components) -> bool {
        let all = &components.all[..self.component_count];
        !all.is_empty() && all.iter().all(|one| one.decoded)
    }
}

/// Two bytes, the high one first.
pub fn word(high: u8, low: u8) -> usize {
    usize::from(u16::from_be_bytes([high, low]))
}

/// The component of that identifier; 3 if there is none.
fn component_of(components: &[Component; 3], id: u8) -> usize {
    components.iter().position(|one| one.id == id).unwrap_or(3)
}
