#![expect(clippy::duplicate_mod, reason = "markers, headers, tables and scans are those of the plain lane, around other parts")]

#[path = "native/components.rs"]
mod components;
#[path = "native_simd/entropy.rs"]
mod entropy;
#[path = "native/frame.rs"]
mod frame;
#[path = "native/headers.rs"]
mod headers;
#[path = "native_simd/idct.rs"]
mod idct;
#[path = "native_simd/picture.rs"]
mod picture;
#[path = "native/idct.rs"]
mod plain_idct;
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
    /// Reading past the window, and to the last bit, is what `test/conformance/jpeg-decode.test.ts` does with damaged frames.
    #[test]
    fn what_is_no_frame_is_black_and_has_the_status_of_the_plain_lane() {
        for frame in [&[][..], &[0xff, 0xd8], &[0xff, 0xd8, 0xff, 0xd9], &[7; 40]] {
            let bounds = [0, u32::try_from(frame.len()).unwrap()];
            let (mut plain, mut tuned) = (([7; 192], [99]), ([8; 192], [98]));
            super::super::jpeg_decode::decode_jpeg(8, 8, frame, &bounds, &mut plain.0, &mut plain.1, 0, 1);
            super::decode_jpeg(8, 8, frame, &bounds, &mut tuned.0, &mut tuned.1, 0, 1);
            assert_eq!(tuned, plain);
        }
    }
}
