import { CB_TO_BLUE, CB_TO_GREEN, CR_TO_GREEN, CR_TO_RED } from '../params';
import { across, down, heights, planes, stride, widths } from './components';
import { componentCount, mostAcross, mostDown } from './headers';
import { clamp } from './idct';

/** A row of Cb and one of Cr, as wide as the frame. */
let blueRow: usize = 0;
let redRow: usize = 0;
/** A row of a subsampled component, as wide as that: sums over two rows. */
let sums: usize = 0;
let reserved: u32 = 0;

/** Turns the planes into the frame's pixels, red, green and blue in turn, from `target` on. */
export function paintFrame(width: u32, height: u32, target: usize): void {
  if (reserved < width + 2) {
    reserved = width + 2;
    blueRow = heap.alloc(reserved);
    redRow = heap.alloc(reserved);
    sums = heap.alloc(reserved << 2);
  }
  for (let y: u32 = 0; y < height; y++) {
    const at: usize = target + <usize>y * width * 3;
    const luma: usize = planes[0] + y * stride;
    if (componentCount === 1) {
      paintGrey(luma, width, at);
    } else {
      widenRow(1, y, width, blueRow);
      widenRow(2, y, width, redRow);
      paintRow(luma, width, at);
    }
  }
}

function paintGrey(luma: usize, width: u32, target: usize): void {
  let at: usize = target;
  for (let x: u32 = 0; x < width; x++) {
    const sample: u32 = load<u8>(luma + x);
    store<u8>(at, sample);
    store<u8>(at, sample, 1);
    store<u8>(at, sample, 2);
    at += 3;
  }
}

/** JFIF 1.02, page 3, rounded as the Independent JPEG Group does. */
function paintRow(luma: usize, width: u32, target: usize): void {
  const blues: usize = blueRow;
  const reds: usize = redRow;
  let at: usize = target;
  for (let x: u32 = 0; x < width; x++) {
    const sample: i32 = load<u8>(luma + x);
    const blue: i32 = <i32>load<u8>(blues + x) - 128;
    const red: i32 = <i32>load<u8>(reds + x) - 128;
    store<u8>(at, clamp(sample + ((CR_TO_RED * red + 32768) >> 16)));
    store<u8>(at, clamp(sample + ((32768 - CB_TO_GREEN * blue - CR_TO_GREEN * red) >> 16)), 1);
    store<u8>(at, clamp(sample + ((CB_TO_BLUE * blue + 32768) >> 16)), 2);
    at += 3;
  }
}

/**
 * Row y of a component at the frame's full width. Between the samples it is interpolated by the triangle filter that
 * libjpeg calls fancy upsampling: 3/4 of the nearer sample and 1/4 of the farther one, in each direction.
 */
function widenRow(one: u32, y: u32, width: u32, row: usize): void {
  const halved: bool = down[one] < mostDown;
  const near: u32 = halved ? y >> 1 : y;
  const from: usize = planes[one] + near * stride;
  const count: u32 = widths[one];
  if (across[one] === mostAcross) {
    memory.copy(row, from, width);
  } else if (count <= 2) {
    // libjpeg interpolates nothing as narrow as this.
    for (let x: u32 = 0; x < width; x++) store<u8>(row + x, load<u8>(from + (x >> 1)));
  } else if (halved) {
    const farRow: i32 = max<i32>(0, min<i32>(heights[one] - 1, <i32>near - 1 + 2 * (y & 1)));
    const far: usize = planes[one] + farRow * stride;
    for (let x: u32 = 0; x < count; x++) {
      store<i32>(sums + ((<usize>x) << 2), 3 * <i32>load<u8>(from + x) + load<u8>(far + x));
    }
    interpolate(count, 8, 7, 4, row);
  } else {
    for (let x: u32 = 0; x < count; x++) store<i32>(sums + ((<usize>x) << 2), load<u8>(from + x));
    interpolate(count, 1, 2, 2, row);
  }
}

/** Makes two samples of each sum; the roundings for the left and the right one differ, so that they even out. */
function interpolate(count: u32, left: i32, right: i32, shift: i32, row: usize): void {
  const values: usize = sums;
  let before: i32 = load<i32>(values);
  let sum: i32 = before;
  for (let x: u32 = 0; x < count; x++) {
    const after: i32 = x + 1 < count ? load<i32>(values + ((<usize>x) << 2), 4) : sum;
    store<u8>(row + (x << 1), (3 * sum + before + left) >> shift);
    store<u8>(row + (x << 1), (3 * sum + after + right) >> shift, 1);
    before = sum;
    sum = after;
  }
}
