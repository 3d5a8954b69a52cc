/** One component of the frame that is being decoded: Y, Cb or Cr. */
export interface Component {
  id: number;
  /** Sampling factors: blocks per MCU across and down. */
  across: number;
  down: number;
  /** Number of its quantisation table. */
  quantiser: number;
  /** Numbers of its Huffman tables; those for AC follow the four for DC. */
  dcTable: number;
  acTable: number;
  /** Size in samples; less than the frame's where it is subsampled. */
  width: number;
  height: number;
  /** DC coefficient of the block before. */
  prediction: number;
  decoded: boolean;
  /** Its samples, in rows of `stride`; blocks may reach beyond width and height. */
  plane: Uint8ClampedArray;
}

/** An MCU is at most 4 blocks wide and high, so none reaches further beyond the frame. */
const MARGIN = 32;

function component(): Component {
  return {
    id: 0,
    across: 1,
    down: 1,
    quantiser: 0,
    dcTable: 0,
    acTable: 0,
    width: 0,
    height: 0,
    prediction: 0,
    decoded: false,
    plane: new Uint8ClampedArray(0),
  };
}

/** Y, Cb and Cr; a grey frame has the first alone. */
export const components: readonly [Component, Component, Component] = [component(), component(), component()];
/** Distance between the rows of a plane. */
export let stride = 0;

/** Makes planes for frames of that size, if those at hand are too small. */
export function reservePlanes(width: number, height: number): void {
  stride = width + MARGIN;
  const length = stride * (height + MARGIN);
  for (const one of components) {
    if (one.plane.length < length) one.plane = new Uint8ClampedArray(length);
  }
}
