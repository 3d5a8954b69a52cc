use super::frame::Decoder;
use super::idct::{put_block, put_flat_block};
use crate::params::jpeg_decode::{CORRUPT_CODE, CORRUPT_RESTART, EXCESS_DATA, RST0, TRUNCATED};

impl Decoder {
    /// Decodes the scan whose entropy-coded data begin at `from`, into the planes of its components.
    pub fn decode_scan(&mut self, frame: &[u8], from: usize) -> Result<(), u32> {
        let headers = &self.headers;
        let alone = &self.components.all[headers.scan_components[0]];
        // In a scan of its own a component has no MCUs beyond its last blocks, and these one by one (A.2.2).
        let (columns, rows) = if headers.scan_count == 1 {
            (alone.width.div_ceil(8), alone.height.div_ceil(8))
        } else {
            (self.size.0.div_ceil(8 * headers.most_across), self.size.1.div_ceil(8 * headers.most_down))
        };
        let interval = headers.restart_interval;
        self.start_interval(frame, from)?;
        let mut count = 0;
        for y in 0..rows {
            for x in 0..columns {
                if interval > 0 && count > 0 && count % interval == 0 {
                    self.finish_interval()?;
                    self.restart(frame, count / interval - 1)?;
                }
                self.decode_mcu(x, y)?;
                count += 1;
            }
        }
        self.finish_interval()
    }

    /// The interval from a restart marker to the next has its own data, and predictions that start at 0.
    fn start_interval(&mut self, frame: &[u8], from: usize) -> Result<(), u32> {
        self.bit = 0;
        for one in &mut self.components.all {
            one.prediction = 0;
        }
        self.segment.open(frame, from)
    }

    /// Less than a byte may be left over, to fill the last one (F.1.2.3).
    fn finish_interval(&self) -> Result<(), u32> {
        if self.segment.bit_length - self.bit < 8 { Ok(()) } else { Err(EXCESS_DATA) }
    }

    /// Expects restart marker number `index` modulo 8.
    fn restart(&mut self, frame: &[u8], index: usize) -> Result<(), u32> {
        let rest = &frame[self.segment.end..];
        let fill = rest.iter().take_while(|&&byte| byte == 0xff).count();
        let marker = *rest.get(fill).ok_or(TRUNCATED)?;
        if u32::from(marker) & !7 != RST0 || usize::from(marker & 7) != index & 7 {
            return Err(CORRUPT_RESTART);
        }
        self.start_interval(frame, self.segment.end + fill + 1)
    }

    /// Decodes the MCU in column x and row y: of each component its blocks, row by row.
    fn decode_mcu(&mut self, x: usize, y: usize) -> Result<(), u32> {
        let stride = self.components.stride;
        let count = self.headers.scan_count;
        for &c in &self.headers.scan_components[..count] {
            let one = &mut self.components.all[c];
            let (across, down) = if count == 1 { (1, 1) } else { (one.across, one.down) };
            for v in 0..down {
                for h in 0..across {
                    let mut coefficients = [0; 64];
                    let block = self.segment.decode_block(one, &self.tables, &mut coefficients, self.bit);
                    let block = block.ok_or(CORRUPT_CODE)?;
                    if block.end > self.segment.bit_length {
                        return Err(TRUNCATED);
                    }
                    self.bit = block.end;
                    let target = &mut one.plane[(y * down + v) * 8 * stride + (x * across + h) * 8..];
                    if block.has_ac {
                        put_block(&mut coefficients, target, stride);
                    } else {
                        put_flat_block(&coefficients, target, stride);
                    }
                }
            }
        }
        Ok(())
    }
}
