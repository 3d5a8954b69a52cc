import { CORRUPT_CODE, CORRUPT_RESTART, EXCESS_DATA, OK, RST0, TRUNCATED } from '../params';
import { across, down, heights, planes, predictions, stride, widths } from './components';
import { bitLength, coefficients, decodeBlock, hasAc, openSegment, segmentEnd } from './entropy';
import { mostAcross, mostDown, restartInterval, scanComponents, scanCount } from './headers';
import { putBlock, putFlatBlock } from './idct';

/** Next bit of the entropy-coded segment. */
let bit: u32 = 0;

/** Decodes the scan whose entropy-coded data begin at `from`, into the planes of its components. */
export function decodeScan(from: usize, to: usize, width: u32, height: u32): u32 {
  const alone: u32 = scanComponents[0];
  // In a scan of its own a component has no MCUs beyond its last blocks, and these one by one (A.2.2).
  const columns: u32 =
    scanCount === 1 ? (widths[alone] + 7) / 8 : (width + 8 * mostAcross - 1) / (8 * mostAcross);
  const rows: u32 = scanCount === 1 ? (heights[alone] + 7) / 8 : (height + 8 * mostDown - 1) / (8 * mostDown);
  let result: u32 = startInterval(from, to);
  let count: u32 = 0;
  for (let y: u32 = 0; y < rows; y++) {
    for (let x: u32 = 0; x < columns; x++) {
      if (restartInterval > 0 && count > 0 && count % restartInterval === 0) {
        if (result === OK) result = finishInterval();
        if (result === OK) result = restart(to, count / restartInterval - 1);
      }
      if (result === OK) result = decodeMcu(x, y);
      if (result !== OK) return result;
      count++;
    }
  }
  return finishInterval();
}

/** The interval from a restart marker to the next has its own data, and predictions that start at 0. */
function startInterval(from: usize, to: usize): u32 {
  bit = 0;
  for (let c: u32 = 0; c < 3; c++) predictions[c] = 0;
  return openSegment(from, to);
}

/** Less than a byte may be left over, to fill the last one (F.1.2.3). */
function finishInterval(): u32 {
  return bitLength - bit < 8 ? OK : EXCESS_DATA;
}

/** Expects restart marker number `index` modulo 8. */
function restart(to: usize, index: u32): u32 {
  let at: usize = segmentEnd;
  while (at < to && load<u8>(at) === 0xff) at++;
  if (at >= to) return TRUNCATED;
  return load<u8>(at) === RST0 + (index & 7) ? startInterval(at + 1, to) : CORRUPT_RESTART;
}

/** Decodes the MCU in column x and row y: of each component its blocks, row by row. */
function decodeMcu(x: u32, y: u32): u32 {
  for (let i: u32 = 0; i < scanCount; i++) {
    const one: u32 = scanComponents[i];
    const columns: u32 = scanCount === 1 ? 1 : across[one];
    const rows: u32 = scanCount === 1 ? 1 : down[one];
    for (let v: u32 = 0; v < rows; v++) {
      for (let h: u32 = 0; h < columns; h++) {
        const next: i32 = decodeBlock(one, bit);
        if (next < 0 || <u32>next > bitLength) {
          memory.fill(coefficients, 0, 256);
          return next < 0 ? CORRUPT_CODE : TRUNCATED;
        }
        bit = next;
        const target: usize = planes[one] + (y * rows + v) * 8 * stride + (x * columns + h) * 8;
        if (hasAc) putBlock(target, stride);
        else putFlatBlock(target, stride);
      }
    }
  }
  return OK;
}
