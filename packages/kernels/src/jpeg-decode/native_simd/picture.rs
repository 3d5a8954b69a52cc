#![expect(clippy::inline_always, reason = "what is to be compiled for the machine's vectors must be inlined")]

use super::components::{Component, Components};
use super::headers::Headers;
use super::idct::clamp;
use crate::params::jpeg_decode::{CB_TO_BLUE, CB_TO_GREEN, CR_TO_GREEN, CR_TO_RED};
use std::array::from_fn;

/// Pixels at a time.
const GROUP: usize = 16;

/// Turns planes into pixels. The loops are written so that the compiler makes vectors of them.
#[derive(Debug)]
pub struct Painter {
    /// Width and height of every frame.
    size: (usize, usize),
    /// A row of Cb and one of Cr, as wide as the frame, or up to two wider.
    blue_row: Vec<u8>,
    red_row: Vec<u8>,
    /// A row of a subsampled component: sums over two rows, the first and the last of them twice.
    sums: Vec<u16>,
}

impl Painter {
    /// A painter of frames of that size.
    pub fn new(width: usize, height: usize) -> Self {
        let row = vec![0; width + 2];
        Self { size: (width, height), blue_row: row.clone(), red_row: row, sums: vec![0; width + 2] }
    }

    /// Turns the planes into the frame's pixels, red, green and blue in turn.
    pub fn paint_frame(&mut self, components: &Components, headers: &Headers, pixels: &mut [u8]) {
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") {
            // SAFETY: the machine has AVX2.
            return unsafe { self.paint_with_avx2(components, headers, pixels) };
        }
        self.paint(components, headers, pixels);
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn paint_with_avx2(&mut self, components: &Components, headers: &Headers, pixels: &mut [u8]) {
        self.paint(components, headers, pixels);
    }

    #[inline(always)]
    fn paint(&mut self, components: &Components, headers: &Headers, pixels: &mut [u8]) {
        let (width, _) = self.size;
        let [luma, blue, red] = &components.all;
        for (y, pixels) in pixels.chunks_exact_mut(width * 3).enumerate() {
            let luma = &luma.plane[y * components.stride..][..width];
            if headers.component_count == 1 {
                paint_grey(luma, pixels);
            } else {
                widen_row(blue, y, headers, components.stride, &mut self.sums, &mut self.blue_row);
                widen_row(red, y, headers, components.stride, &mut self.sums, &mut self.red_row);
                paint_row(luma, &self.blue_row[..width], &self.red_row[..width], pixels);
            }
        }
    }
}

#[inline(always)]
fn paint_grey(luma: &[u8], pixels: &mut [u8]) {
    let (groups, rest) = luma.as_chunks::<GROUP>();
    let (targets, last) = pixels.split_at_mut(groups.len() * GROUP * 3);
    for (target, samples) in targets.as_chunks_mut().0.iter_mut().zip(groups) {
        interleave(target, samples, samples, samples);
    }
    for (pixel, &sample) in last.as_chunks_mut::<3>().0.iter_mut().zip(rest) {
        *pixel = [sample; 3];
    }
}

/// As in the plain lane, several pixels at a time.
#[inline(always)]
fn paint_row(luma: &[u8], blues: &[u8], reds: &[u8], pixels: &mut [u8]) {
    let (lumas, luma) = luma.as_chunks::<GROUP>();
    let ((blues, blue), (reds, red)) = (blues.as_chunks::<GROUP>(), reds.as_chunks::<GROUP>());
    let (targets, last) = pixels.split_at_mut(lumas.len() * GROUP * 3);
    for (target, ((luma, blue), red)) in
        targets.as_chunks_mut().0.iter_mut().zip(lumas.iter().zip(blues).zip(reds))
    {
        let [mut r, mut g, mut b] = [[0; GROUP]; 3];
        for at in 0..GROUP {
            [r[at], g[at], b[at]] = colours(luma[at], blue[at], red[at]);
        }
        interleave(target, &r, &g, &b);
    }
    for (pixel, ((&luma, &blue), &red)) in last.as_chunks_mut::<3>().0.iter_mut().zip(luma.iter().zip(blue).zip(red)) {
        *pixel = colours(luma, blue, red);
    }
}

#[inline(always)]
fn interleave(pixels: &mut [u8; GROUP * 3], reds: &[u8; GROUP], greens: &[u8; GROUP], blues: &[u8; GROUP]) {
    for (at, pixel) in pixels.as_chunks_mut::<3>().0.iter_mut().enumerate() {
        *pixel = [reds[at], greens[at], blues[at]];
    }
}

/// JFIF 1.02, page 3, rounded as the Independent JPEG Group does.
#[inline(always)]
fn colours(luma: u8, blue: u8, red: u8) -> [u8; 3] {
    let [luma, blue, red] = [i32::from(luma), i32::from(blue) - 128, i32::from(red) - 128];
    [
        clamp(luma + ((CR_TO_RED * red + 32768) >> 16)),
        clamp(luma + ((32768 - CB_TO_GREEN * blue - CR_TO_GREEN * red) >> 16)),
        clamp(luma + ((CB_TO_BLUE * blue + 32768) >> 16)),
    ]
}

/// Row y of a component at the frame's full width, as in the plain lane.
#[inline(always)]
fn widen_row(one: &Component, y: usize, headers: &Headers, stride: usize, sums: &mut [u16], row: &mut [u8]) {
    let halved = one.down < headers.most_down;
    let near = if halved { y / 2 } else { y };
    let samples = &one.plane[near * stride..][..stride];
    let sums = &mut sums[..one.width + 2];
    let (first, last) = (1, one.width);
    if one.across == headers.most_across {
        row.copy_from_slice(&samples[..row.len()]);
        return;
    }
    if one.width <= 2 {
        // libjpeg interpolates nothing as narrow as this.
        for (x, target) in row.iter_mut().enumerate() {
            *target = samples[x / 2];
        }
        return;
    }
    if halved {
        let far = if y.is_multiple_of(2) { near.saturating_sub(1) } else { (near + 1).min(one.height - 1) };
        let others = &one.plane[far * stride..][..stride];
        for ((sum, &sample), &other) in sums[first..=last].iter_mut().zip(samples).zip(others) {
            *sum = 3 * u16::from(sample) + u16::from(other);
        }
    } else {
        for (sum, &sample) in sums[first..=last].iter_mut().zip(samples) {
            *sum = u16::from(sample);
        }
    }
    sums[first - 1] = sums[first];
    sums[last + 1] = sums[last];
    if halved {
        interpolate::<8, 7, 4>(sums, row);
    } else {
        interpolate::<1, 2, 2>(sums, row);
    }
}

/// Makes two samples of each sum but the outer ones.
#[inline(always)]
fn interpolate<const LEFT: u16, const RIGHT: u16, const SHIFT: u16>(sums: &[u16], row: &mut [u8]) {
    for (pair, around) in row.as_chunks_mut::<2>().0.iter_mut().zip(sums.windows(3)) {
        let [before, sum, after] = from_fn(|i| around[i]);
        let left = (3 * sum + before + LEFT) >> SHIFT;
        let right = (3 * sum + after + RIGHT) >> SHIFT;
        // Neither is more than a byte, since these are means.
        *pair = (left | right << 8).to_le_bytes();
    }
}
