import { OK } from './params.ts';
import { reservePlanes } from './typescript/components.ts';
import { decodeFrame } from './typescript/frame.ts';
import { paintFrame } from './typescript/picture.ts';

export function decodeJpeg(
  width: number,
  height: number,
  clip: Uint8Array,
  boundaries: Uint32Array,
  pixels: Uint8Array,
  status: Uint32Array,
  start: number,
  end: number,
): void {
  reservePlanes(width, height);
  const size = width * height * 3;
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  for (let item = start; item < end; item++) {
    const result = decodeFrame(clip, boundaries[item]!, boundaries[item + 1]!, width, height);
    // A frame that is not decoded is black, so that its pixels are the same in every lane, too.
    if (result === OK) paintFrame(width, height, clamped, item * size);
    else clamped.fill(0, item * size, (item + 1) * size);
    status[item] = result;
  }
}
