import { CORRUPT_CODE, CORRUPT_RESTART, EXCESS_DATA, OK, RST0, TRUNCATED } from '../params.ts';
import { components, stride } from './components.ts';
import { bitLength, coefficients, decodeBlock, hasAc, openSegment, segmentEnd } from './entropy.ts';
import { mostAcross, mostDown, restartInterval, scanComponents, scanCount } from './headers.ts';
import { putBlock, putFlatBlock } from './idct.ts';

/** Next bit of the entropy-coded segment. */
let bit = 0;

/** Decodes the scan whose entropy-coded data begin at `from`, into the planes of its components. */
export function decodeScan(
  bytes: Uint8Array,
  from: number,
  to: number,
  width: number,
  height: number,
): number {
  const alone = components[scanComponents[0]!]!;
  // In a scan of its own a component has no MCUs beyond its last blocks, and these one by one (A.2.2).
  const columns = Math.ceil(scanCount === 1 ? alone.width / 8 : width / (8 * mostAcross));
  const rows = Math.ceil(scanCount === 1 ? alone.height / 8 : height / (8 * mostDown));
  let result = startInterval(bytes, from, to);
  let count = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (restartInterval > 0 && count > 0 && count % restartInterval === 0) {
        if (result === OK) result = finishInterval();
        if (result === OK) result = restart(bytes, to, count / restartInterval - 1);
      }
      if (result === OK) result = decodeMcu(x, y);
      if (result !== OK) return result;
      count++;
    }
  }
  return finishInterval();
}

/** The interval from a restart marker to the next has its own data, and predictions that start at 0. */
function startInterval(bytes: Uint8Array, from: number, to: number): number {
  bit = 0;
  for (const one of components) one.prediction = 0;
  return openSegment(bytes, from, to);
}

/** Less than a byte may be left over, to fill the last one (F.1.2.3). */
function finishInterval(): number {
  return bitLength - bit < 8 ? OK : EXCESS_DATA;
}

/** Expects restart marker number `index` modulo 8. */
function restart(bytes: Uint8Array, to: number, index: number): number {
  let at = segmentEnd;
  while (at < to && bytes[at] === 0xff) at++;
  if (at >= to) return TRUNCATED;
  return bytes[at] === RST0 + (index & 7) ? startInterval(bytes, at + 1, to) : CORRUPT_RESTART;
}

/** Decodes the MCU in column x and row y: of each component its blocks, row by row. */
function decodeMcu(x: number, y: number): number {
  for (let i = 0; i < scanCount; i++) {
    const one = components[scanComponents[i]!]!;
    const across = scanCount === 1 ? 1 : one.across;
    const down = scanCount === 1 ? 1 : one.down;
    for (let v = 0; v < down; v++) {
      for (let h = 0; h < across; h++) {
        const next = decodeBlock(one, bit);
        if (next < 0 || next > bitLength) {
          coefficients.fill(0);
          return next < 0 ? CORRUPT_CODE : TRUNCATED;
        }
        bit = next;
        const at = (y * down + v) * 8 * stride + (x * across + h) * 8;
        if (hasAc) putBlock(one.plane, at, stride);
        else putFlatBlock(one.plane, at, stride);
      }
    }
  }
  return OK;
}
