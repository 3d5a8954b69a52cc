use super::components::{Component, Components};
use super::headers::Headers;
use super::idct::clamp;
use crate::params::jpeg_decode::{CB_TO_BLUE, CB_TO_GREEN, CR_TO_GREEN, CR_TO_RED};

/// Turns planes into pixels.
#[derive(Debug)]
pub struct Painter {
    /// Width and height of every frame.
    size: (usize, usize),
    /// A row of Cb and one of Cr, as wide as the frame, or one wider.
    blue_row: Vec<u8>,
    red_row: Vec<u8>,
    /// A row of a subsampled component, as wide as that: sums over two rows.
    sums: Vec<i32>,
}

impl Painter {
    /// A painter of frames of that size.
    pub fn new(width: usize, height: usize) -> Self {
        let row = vec![0; width + 2];
        Self { size: (width, height), blue_row: row.clone(), red_row: row, sums: vec![0; width + 2] }
    }

    /// Turns the planes into the frame's pixels, red, green and blue in turn.
    pub fn paint_frame(&mut self, components: &Components, headers: &Headers, pixels: &mut [u8]) {
        let (width, _) = self.size;
        let [luma, blue, red] = &components.all;
        for (y, pixels) in pixels.chunks_exact_mut(width * 3).enumerate() {
            let luma = &luma.plane[y * components.stride..][..width];
            if headers.component_count == 1 {
                paint_grey(luma, pixels);
            } else {
                widen_row(blue, y, headers, components.stride, &mut self.sums, &mut self.blue_row);
                widen_row(red, y, headers, components.stride, &mut self.sums, &mut self.red_row);
                paint_row(luma, &self.blue_row, &self.red_row, pixels);
            }
        }
    }
}

fn paint_grey(luma: &[u8], pixels: &mut [u8]) {
    for (pixel, &sample) in pixels.as_chunks_mut::<3>().0.iter_mut().zip(luma) {
        *pixel = [sample; 3];
    }
}

/// JFIF 1.02, page 3, rounded as the Independent JPEG Group does.
fn paint_row(luma: &[u8], blues: &[u8], reds: &[u8], pixels: &mut [u8]) {
    let samples = luma.iter().zip(blues).zip(reds);
    for (pixel, ((&sample, &blue), &red)) in pixels.as_chunks_mut::<3>().0.iter_mut().zip(samples) {
        let sample = i32::from(sample);
        let blue = i32::from(blue) - 128;
        let red = i32::from(red) - 128;
        *pixel = [
            clamp(sample + ((CR_TO_RED * red + 32768) >> 16)),
            clamp(sample + ((32768 - CB_TO_GREEN * blue - CR_TO_GREEN * red) >> 16)),
            clamp(sample + ((CB_TO_BLUE * blue + 32768) >> 16)),
        ];
    }
}

/// Row y of a component at the frame's full width. Between the samples it is interpolated by the triangle filter that
/// libjpeg calls fancy upsampling: 3/4 of the nearer sample and 1/4 of the farther one, in each direction.
fn widen_row(one: &Component, y: usize, headers: &Headers, stride: usize, sums: &mut [i32], row: &mut [u8]) {
    let halved = one.down < headers.most_down;
    let near = if halved { y / 2 } else { y };
    let samples = &one.plane[near * stride..][..stride];
    let sums = &mut sums[..one.width];
    if one.across == headers.most_across {
        row.copy_from_slice(&samples[..row.len()]);
    } else if one.width <= 2 {
        // libjpeg interpolates nothing as narrow as this.
        for (x, target) in row.iter_mut().enumerate() {
            *target = samples[x / 2];
        }
    } else if halved {
        let far = if y.is_multiple_of(2) { near.saturating_sub(1) } else { (near + 1).min(one.height - 1) };
        let others = &one.plane[far * stride..][..stride];
        for ((sum, &sample), &other) in sums.iter_mut().zip(samples).zip(others) {
            *sum = 3 * i32::from(sample) + i32::from(other);
        }
        interpolate::<8, 7, 4>(sums, row);
    } else {
        for (sum, &sample) in sums.iter_mut().zip(samples) {
            *sum = i32::from(sample);
        }
        interpolate::<1, 2, 2>(sums, row);
    }
}

/// Makes two samples of each sum; the roundings for the left and the right one differ, so that they even out.
fn interpolate<const LEFT: i32, const RIGHT: i32, const SHIFT: i32>(sums: &[i32], row: &mut [u8]) {
    let mut before = sums[0];
    let after = sums[1..].iter().chain(sums.last());
    for ((pair, &sum), &after) in row.as_chunks_mut::<2>().0.iter_mut().zip(sums).zip(after) {
        *pair = [clamp((3 * sum + before + LEFT) >> SHIFT), clamp((3 * sum + after + RIGHT) >> SHIFT)];
        before = sum;
    }
}
