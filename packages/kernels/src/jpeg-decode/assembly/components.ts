// The components of the frame that is being decoded: Y, Cb and Cr; a grey frame has the first alone.
export const ids: StaticArray<u32> = [0, 0, 0];
/** Sampling factors: blocks per MCU across and down. */
export const across: StaticArray<u32> = [1, 1, 1];
export const down: StaticArray<u32> = [1, 1, 1];
/** Number of the quantisation table. */
export const quantiserOf: StaticArray<u32> = [0, 0, 0];
/** Numbers of the Huffman tables; those for AC follow the four for DC. */
export const dcTableOf: StaticArray<u32> = [0, 0, 0];
export const acTableOf: StaticArray<u32> = [0, 0, 0];
/** Size in samples; less than the frame's where a component is subsampled. */
export const widths: StaticArray<u32> = [0, 0, 0];
export const heights: StaticArray<u32> = [0, 0, 0];
/** DC coefficient of the block before. */
export const predictions: StaticArray<i32> = [0, 0, 0];
export const decoded: StaticArray<bool> = [false, false, false];
/** The samples, in rows of `stride`; blocks may reach beyond width and height. */
export const planes: StaticArray<usize> = [0, 0, 0];

/** An MCU is at most 4 blocks wide and high, so none reaches further beyond the frame. */
const MARGIN: u32 = 32;
/** Distance between the rows of a plane. */
export let stride: u32 = 0;
let reserved: usize = 0;

/** Makes planes for frames of that size, if those at hand are too small. */
export function reservePlanes(width: u32, height: u32): void {
  stride = width + MARGIN;
  const length: usize = <usize>stride * (height + MARGIN);
  if (reserved >= length) return;
  for (let c: u32 = 0; c < 3; c++) planes[c] = heap.alloc(length);
  reserved = length;
}
