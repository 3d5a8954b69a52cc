import { reservePlanes } from './assembly/components';
import { decodeFrame } from './assembly/frame';
import { paintFrame } from './assembly-simd/picture';
import { OK } from './params';

// Decodes as the plain lane does, which takes another inverse DCT where it is compiled with ASC_FEATURE_SIMD.
export function decodeJpeg(
  width: u32,
  height: u32,
  clip: usize,
  boundaries: usize,
  pixels: usize,
  status: usize,
  start: u32,
  end: u32,
): void {
  reservePlanes(width, height);
  const size: usize = <usize>width * height * 3;
  for (let item: usize = start; item < end; item++) {
    const from: usize = clip + load<u32>(boundaries + (item << 2));
    const to: usize = clip + load<u32>(boundaries + (item << 2), 4);
    const result: u32 = decodeFrame(from, to, width, height);
    // A frame that is not decoded is black, so that its pixels are the same in every lane, too.
    if (result === OK) paintFrame(width, height, pixels + item * size);
    else memory.fill(pixels + item * size, 0, size);
    store<u32>(status + (item << 2), result);
  }
}
