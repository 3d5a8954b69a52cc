import { CB_TO_BLUE, CB_TO_GREEN, CR_TO_GREEN, CR_TO_RED } from '../params.ts';
import { components, stride } from './components.ts';
import { componentCount, mostAcross, mostDown } from './headers.ts';
import type { Component } from './components.ts';

// V8 loads what is imported each time it is used, but knows the constants of the module itself.
const RED = CR_TO_RED;
const GREEN_OF_BLUE = CB_TO_GREEN;
const GREEN_OF_RED = CR_TO_GREEN;
const BLUE = CB_TO_BLUE;

/** A row of Cb and one of Cr, as wide as the frame. */
let blueRow = new Uint8ClampedArray(0);
let redRow = new Uint8ClampedArray(0);
/** A row of a subsampled component, as wide as that: sums over two rows. */
let sums = new Int32Array(0);

/** Turns the planes into the frame's pixels, red, green and blue in turn, from `target` on. */
export function paintFrame(width: number, height: number, pixels: Uint8ClampedArray, target: number): void {
  if (blueRow.length < width + 2) {
    blueRow = new Uint8ClampedArray(width + 2);
    redRow = new Uint8ClampedArray(width + 2);
    sums = new Int32Array(width + 2);
  }
  const [luma, blue, red] = components;
  for (let y = 0; y < height; y++) {
    const at = target + y * width * 3;
    if (componentCount === 1) {
      paintGrey(luma.plane, y * stride, width, pixels, at);
    } else {
      widenRow(blue, y, width, blueRow);
      widenRow(red, y, width, redRow);
      paintRow(luma.plane, y * stride, blueRow, redRow, width, pixels, at);
    }
  }
}

function paintGrey(
  luma: Uint8ClampedArray,
  from: number,
  width: number,
  pixels: Uint8ClampedArray,
  target: number,
): void {
  let at = target;
  for (let x = 0; x < width; x++) {
    const sample = luma[from + x]!;
    pixels[at] = sample;
    pixels[at + 1] = sample;
    pixels[at + 2] = sample;
    at += 3;
  }
}

/** JFIF 1.02, page 3, rounded as the Independent JPEG Group does. */
function paintRow(
  luma: Uint8ClampedArray,
  from: number,
  blues: Uint8ClampedArray,
  reds: Uint8ClampedArray,
  width: number,
  pixels: Uint8ClampedArray,
  target: number,
): void {
  let at = target;
  for (let x = 0; x < width; x++) {
    const sample = luma[from + x]!;
    const blue = blues[x]! - 128;
    const red = reds[x]! - 128;
    pixels[at] = sample + ((RED * red + 32768) >> 16);
    pixels[at + 1] = sample + ((32768 - GREEN_OF_BLUE * blue - GREEN_OF_RED * red) >> 16);
    pixels[at + 2] = sample + ((BLUE * blue + 32768) >> 16);
    at += 3;
  }
}

/**
 * Row y of a component at the frame's full width. Between the samples it is interpolated by the triangle filter that
 * libjpeg calls fancy upsampling: 3/4 of the nearer sample and 1/4 of the farther one, in each direction.
 */
function widenRow(one: Component, y: number, width: number, row: Uint8ClampedArray): void {
  const { plane } = one;
  const halved = one.down < mostDown;
  const near = halved ? y >> 1 : y;
  const from = near * stride;
  if (one.across === mostAcross) {
    for (let x = 0; x < width; x++) row[x] = plane[from + x]!;
  } else if (one.width <= 2) {
    // libjpeg interpolates nothing as narrow as this.
    for (let x = 0; x < width; x++) row[x] = plane[from + (x >> 1)]!;
  } else if (halved) {
    const far = Math.max(0, Math.min(one.height - 1, near - 1 + 2 * (y & 1))) * stride;
    for (let x = 0; x < one.width; x++) sums[x] = 3 * plane[from + x]! + plane[far + x]!;
    interpolate(one.width, 8, 7, 4, row);
  } else {
    for (let x = 0; x < one.width; x++) sums[x] = plane[from + x]!;
    interpolate(one.width, 1, 2, 2, row);
  }
}

/** Makes two samples of each sum; the roundings for the left and the right one differ, so that they even out. */
function interpolate(
  count: number,
  left: number,
  right: number,
  shift: number,
  row: Uint8ClampedArray,
): void {
  const values = sums;
  let before = values[0]!;
  let sum = before;
  for (let x = 0; x < count; x++) {
    const after = x + 1 < count ? values[x + 1]! : sum;
    row[2 * x] = (3 * sum + before + left) >> shift;
    row[2 * x + 1] = (3 * sum + after + right) >> shift;
    before = sum;
    sum = after;
  }
}
