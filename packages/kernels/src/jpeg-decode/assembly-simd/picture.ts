import { across, down, heights, planes, stride, widths } from '../assembly/components';
import { componentCount, mostAcross, mostDown } from '../assembly/headers';
import { CB_TO_BLUE, CB_TO_GREEN, CR_TO_GREEN, CR_TO_RED } from '../params';

// The plain lane's factors, times 2¹⁶, are too large for products of 16 bits: whole multiples of 2¹⁶ are added afterwards.
const ONE: i32 = 1 << 16;
const RED: i32 = CR_TO_RED - ONE;
const GREEN_OF_RED: i32 = ONE - CR_TO_GREEN;
const BLUE: i32 = CB_TO_BLUE - 2 * ONE;
/** Twice this is half of the last bit. */
const QUARTER: i32 = 1 << 14;

/** Bytes that vectors may write behind a row, or read before one. */
const SLACK: u32 = 32;
/** A row of Cb and one of Cr, as wide as the frame. */
let blueRow: usize = 0;
let redRow: usize = 0;
/** A row of a subsampled component: sums over two rows, in 16 bits. */
let sums: usize = 0;
let reserved: u32 = 0;
/** Pixels at the end of a row that are fewer than a vector has. */
const lastPixels: usize = memory.data(48, 16);

/** Turns the planes into the frame's pixels, as in the plain lane, sixteen at a time. */
export function paintFrame(width: u32, height: u32, target: usize): void {
  if (reserved < width) {
    reserved = width;
    blueRow = heap.alloc(width + SLACK);
    redRow = heap.alloc(width + SLACK);
    sums = heap.alloc((width + 2 * SLACK) << 1) + SLACK;
  }
  for (let y: u32 = 0; y < height; y++) {
    const luma: usize = planes[0] + y * stride;
    if (componentCount > 1) {
      widenRow(1, y, width, blueRow);
      widenRow(2, y, width, redRow);
    }
    let at: usize = target + <usize>y * width * 3;
    let x: u32 = 0;
    for (; x + 16 <= width; x += 16) {
      paint(luma + x, x, at);
      at += 48;
    }
    if (x < width) {
      paint(luma + x, x, lastPixels);
      memory.copy(at, lastPixels, (width - x) * 3);
    }
  }
}

/** Puts sixteen pixels. Beyond the frame's width the planes go on. */
function paint(luma: usize, x: u32, at: usize): void {
  const samples: v128 = v128.load(luma);
  if (componentCount === 1) {
    interleave(samples, samples, samples, at);
    return;
  }
  const blues: v128 = v128.load(blueRow + x);
  const reds: v128 = v128.load(redRow + x);
  const centre: v128 = i16x8.splat(128);
  const luma0: v128 = i16x8.extend_low_i8x16_u(samples);
  const luma1: v128 = i16x8.extend_high_i8x16_u(samples);
  const blue0: v128 = i16x8.sub(i16x8.extend_low_i8x16_u(blues), centre);
  const blue1: v128 = i16x8.sub(i16x8.extend_high_i8x16_u(blues), centre);
  const red0: v128 = i16x8.sub(i16x8.extend_low_i8x16_u(reds), centre);
  const red1: v128 = i16x8.sub(i16x8.extend_high_i8x16_u(reds), centre);
  interleave(
    i8x16.narrow_i16x8_u(redOf(luma0, red0), redOf(luma1, red1)),
    i8x16.narrow_i16x8_u(greenOf(luma0, blue0, red0), greenOf(luma1, blue1, red1)),
    i8x16.narrow_i16x8_u(blueOf(luma0, blue0), blueOf(luma1, blue1)),
    at,
  );
}

function redOf(luma: v128, red: v128): v128 {
  return i16x8.add(i16x8.add(luma, red), scaled(red, i16x8.splat(2), RED, QUARTER));
}

function greenOf(luma: v128, blue: v128, red: v128): v128 {
  return i16x8.add(i16x8.sub(luma, red), greenScaled(blue, red));
}

function blueOf(luma: v128, blue: v128): v128 {
  return i16x8.add(i16x8.add(luma, i16x8.shl(blue, 1)), scaled(blue, i16x8.splat(2), BLUE, QUARTER));
}

/** The sum of products of two numbers with their factors, in units of 2¹⁶. */
function scaled(a: v128, b: v128, factorA: i32, factorB: i32): v128 {
  const factors: v128 = i32x4.splat((factorA & 0xffff) | (factorB << 16));
  const low: v128 = i32x4.dot_i16x8_s(v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11), factors);
  const high: v128 = i32x4.dot_i16x8_s(v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15), factors);
  return i16x8.narrow_i32x4_s(i32x4.shr_s(low, 16), i32x4.shr_s(high, 16));
}

/** The same for green, which needs both products and has no room for the half. */
function greenScaled(blue: v128, red: v128): v128 {
  const factors: v128 = i32x4.splat((-CB_TO_GREEN & 0xffff) | (GREEN_OF_RED << 16));
  const half: v128 = i32x4.splat(2 * QUARTER);
  const low: v128 = i32x4.dot_i16x8_s(v128.shuffle<i16>(blue, red, 0, 8, 1, 9, 2, 10, 3, 11), factors);
  const high: v128 = i32x4.dot_i16x8_s(v128.shuffle<i16>(blue, red, 4, 12, 5, 13, 6, 14, 7, 15), factors);
  return i16x8.narrow_i32x4_s(i32x4.shr_s(i32x4.add(low, half), 16), i32x4.shr_s(i32x4.add(high, half), 16));
}

/** Stores sixteen reds, greens and blues as pixels. */
function interleave(red: v128, green: v128, blue: v128, at: usize): void {
  const redGreen0: v128 = v128.shuffle<i8>(red, green, 0, 16, 0, 1, 17, 0, 2, 18, 0, 3, 19, 0, 4, 20, 0, 5);
  v128.store(at, v128.shuffle<i8>(redGreen0, blue, 0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15));
  const redGreen1: v128 = v128.shuffle<i8>(red, green, 21, 0, 6, 22, 0, 7, 23, 0, 8, 24, 0, 9, 25, 0, 10, 26);
  v128.store(at, v128.shuffle<i8>(redGreen1, blue, 0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15), 16);
  const redGreen2: v128 = v128.shuffle<i8>(red, green, 0, 11, 27, 0, 12, 28, 0, 13, 29, 0, 14, 30, 0, 15, 31, 0);
  v128.store(at, v128.shuffle<i8>(redGreen2, blue, 26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31), 32);
}

/** Row y of a component at the frame's full width, as in the plain lane. */
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
    const three: v128 = i16x8.splat(3);
    for (let x: u32 = 0; x < count; x += 8) {
      const tripled: v128 = i16x8.mul(v128.load8x8_u(from + x), three);
      v128.store(sums + (x << 1), i16x8.add(tripled, v128.load8x8_u(far + x)));
    }
    interpolate(count, 8, 7, 4, row);
  } else {
    for (let x: u32 = 0; x < count; x += 8) v128.store(sums + (x << 1), v128.load8x8_u(from + x));
    interpolate(count, 1, 2, 2, row);
  }
}

/** Makes two samples of each sum, as in the plain lane; none is more than a byte. */
function interpolate(count: u32, left: i16, right: i16, shift: i32, row: usize): void {
  // The first and the last have themselves as neighbours.
  store<u16>(sums - 2, load<u16>(sums));
  store<u16>(sums + (count << 1), load<u16>(sums + (count << 1) - 2));
  const lefts: v128 = i16x8.splat(left);
  const rights: v128 = i16x8.splat(right);
  for (let x: u32 = 0; x < count; x += 8) {
    const at: usize = sums + (x << 1);
    const sum: v128 = v128.load(at);
    const tripled: v128 = i16x8.add(sum, i16x8.add(sum, sum));
    const even: v128 = i16x8.shr_u(i16x8.add(i16x8.add(tripled, v128.load(at - 2)), lefts), shift);
    const odd: v128 = i16x8.shr_u(i16x8.add(i16x8.add(tripled, v128.load(at, 2)), rights), shift);
    v128.store(row + (x << 1), v128.or(even, i16x8.shl(odd, 8)));
  }
}
