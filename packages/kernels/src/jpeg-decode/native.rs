#[path = "native/components.rs"]
mod components;
#[path = "native/entropy.rs"]
mod entropy;
#[path = "native/frame.rs"]
mod frame;
#[path = "native/headers.rs"]
mod headers;
#[path = "native/idct.rs"]
mod idct;
#[path = "native/picture.rs"]
mod picture;
#[path = "native/scan.rs"]
mod scan;
#[path = "native/tables.rs"]
mod tables;

use crate::params::jpeg_decode::OK;
use frame::Decoder;
use picture::Painter;

/// Fills pixels and status of the items `[start, end)`; both slices are exactly theirs.
#[expect(clippy::too_many_arguments, reason = "two scalars, two inputs, two outputs, two bounds")]
pub fn decode_jpeg(
    width: u32,
    height: u32,
    clip: &[u8],
    boundaries: &[u32],
    pixels: &mut [u8],
    status: &mut [u32],
    start: usize,
    end: usize,
) {
    let (width, height) = (width as usize, height as usize);
    let mut decoder = Decoder::new(width, height);
    let mut painter = Painter::new(width, height);
    let frames = pixels.chunks_exact_mut(width * height * 3).zip(status);
    for (item, (pixels, status)) in (start..end).zip(frames) {
        let frame = &clip[boundaries[item] as usize..boundaries[item + 1] as usize];
        match decoder.decode_frame(frame) {
            Ok(()) => {
                painter.paint_frame(&decoder.components, &decoder.headers, pixels);
                *status = OK;
            }
            Err(problem) => {
                // A frame that is not decoded is black, so that its pixels are the same in every lane, too.
                pixels.fill(0);
                *status = problem;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::decode_jpeg;
    use crate::params::jpeg_decode::{NOT_JPEG, OK, OTHER_SIZE, PROGRESSIVE, TRUNCATED};

    /// One grey block of 8 by 8 samples, with the standard tables: `00` for a DC difference of no bits, `1010` for the
    /// end of the block, filled up with ones.
    fn grey() -> Vec<u8> {
        let quantisers = [&[0xff, 0xdb, 0, 67, 0][..], &[1; 64]].concat();
        let header = [0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 7, 0x11, 0];
        let scan = [0xff, 0xda, 0, 8, 1, 7, 0, 0, 63, 0, 0b0010_1011];
        [&[0xff, 0xd8][..], &quantisers, &header, &scan, &[0xff, 0xd9]].concat()
    }

    fn decode(frame: &[u8], width: u32, height: u32) -> (u32, Vec<u8>) {
        let mut pixels = vec![7; (width * height * 3) as usize];
        let mut status = [99];
        let length = u32::try_from(frame.len()).unwrap();
        decode_jpeg(width, height, frame, &[0, length], &mut pixels, &mut status, 0, 1);
        (status[0], pixels)
    }

    #[test]
    fn a_block_without_coefficients_is_grey() {
        assert_eq!(decode(&grey(), 8, 8), (OK, vec![128; 192]));
    }

    #[test]
    fn a_frame_that_is_cut_off_anywhere_is_truncated_and_black() {
        let frame = grey();
        for length in 0..frame.len() {
            assert_eq!(decode(&frame[..length], 8, 8), (TRUNCATED, vec![0; 192]), "{length} bytes");
        }
    }

    #[test]
    fn what_cannot_be_decoded_is_told_apart() {
        let mut frame = grey();
        assert_eq!(decode(&frame, 8, 9).0, OTHER_SIZE);
        frame[72] = 0xc2;
        assert_eq!(decode(&frame, 8, 8).0, PROGRESSIVE);
        frame[1] = 0xd9;
        assert_eq!(decode(&frame, 8, 8).0, NOT_JPEG);
    }
}
