use super::components::Components;
use super::entropy::Segment;
use super::headers::{Headers, word};
use super::tables::Tables;
use crate::params::jpeg_decode::{
    APP0, APP15, ARITHMETIC, COM, CORRUPT_MARKER, DAC, DHT, DQT, DRI, EOI, JPG, NOT_JPEG, RST0, SOF0, SOF15, SOI,
    SOS, TEM, TRUNCATED,
};

/// All that is known of the frame that is being decoded, and memory that is used again for the next one.
#[derive(Debug)]
pub struct Decoder {
    pub components: Components,
    pub headers: Headers,
    pub(super) tables: Tables,
    pub(super) segment: Segment,
    /// Next bit of the segment.
    pub(super) bit: usize,
    /// Width and height of every frame.
    pub(super) size: (usize, usize),
}

impl Decoder {
    /// A decoder of frames of that size.
    pub fn new(width: usize, height: usize) -> Self {
        Self {
            components: Components::new(width, height),
            headers: Headers::default(),
            tables: Tables::new(),
            segment: Segment::default(),
            bit: 0,
            size: (width, height),
        }
    }

    /// Decodes a frame into the components' planes: one marker segment after the other, each inside these bytes, until
    /// the end of the image. What follows that is not looked at.
    pub fn decode_frame(&mut self, frame: &[u8]) -> Result<(), u32> {
        self.tables.forget();
        self.headers = Headers::default();
        let &[first, second] = frame.first_chunk().ok_or(TRUNCATED)?;
        if first != 0xff || u32::from(second) != SOI {
            return Err(NOT_JPEG);
        }
        let mut at = 2;
        while at < frame.len() {
            if frame[at] != 0xff {
                return Err(CORRUPT_MARKER);
            }
            // Any number of bytes 0xff may precede a marker (B.1.1.2).
            at += frame[at..].iter().take_while(|&&byte| byte == 0xff).count();
            let marker = u32::from(*frame.get(at).ok_or(TRUNCATED)?);
            at += 1;
            if marker == EOI {
                return if self.headers.is_complete(&self.components) { Ok(()) } else { Err(TRUNCATED) };
            }
            if marker <= TEM || (RST0..=SOI).contains(&marker) {
                return Err(CORRUPT_MARKER);
            }
            let &[high, low] = frame[at..].first_chunk().ok_or(TRUNCATED)?;
            let length = word(high, low);
            if length < 2 {
                return Err(CORRUPT_MARKER);
            }
            let content = frame.get(at + 2..at + length).ok_or(TRUNCATED)?;
            self.read_segment(marker, content)?;
            at += length;
            if marker == SOS {
                self.decode_scan(frame, at)?;
                at = self.segment.end;
            }
        }
        Err(TRUNCATED)
    }

    /// Reads the content of a marker's segment.
    fn read_segment(&mut self, marker: u32, content: &[u8]) -> Result<(), u32> {
        match marker {
            DQT => self.tables.read_quantisers(content),
            DHT => self.tables.read_huffman(content, true),
            DRI => self.headers.read_restart_interval(content),
            SOS => self.headers.read_scan_header(&mut self.components, &mut self.tables, content),
            DAC => Err(ARITHMETIC),
            COM => Ok(()),
            APP0..=APP15 => {
                self.headers.read_application_data(marker, content);
                Ok(())
            }
            SOF0..=SOF15 if marker != JPG => {
                self.headers.read_frame_header(&mut self.components, marker, content, self.size)
            }
            _ => Err(CORRUPT_MARKER),
        }
    }
}
