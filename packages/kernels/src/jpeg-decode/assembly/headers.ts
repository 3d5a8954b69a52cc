import {
  APP0,
  APP14,
  ARITHMETIC,
  CORRUPT_HEADER,
  CORRUPT_MARKER,
  MISSING_TABLE,
  OK,
  OTHER_COLOURS,
  OTHER_PRECISION,
  OTHER_PROCESS,
  OTHER_SAMPLING,
  OTHER_SIZE,
  PROGRESSIVE,
  SOF1,
  SOF2,
  SOF9,
} from '../params';
import { across, acTableOf, dcTableOf, decoded, down, heights, ids, quantiserOf, widths } from './components';
import { hasHuffman, hasQuantiser } from './tables';

/** Number of components; 0 before the frame header was read. */
export let componentCount: u32 = 0;
/** The largest sampling factors. */
export let mostAcross: u32 = 1;
export let mostDown: u32 = 1;
/** MCUs between two restart markers; 0 without such. */
export let restartInterval: u32 = 0;
/** Components of the scan: how many, and which. */
export let scanCount: u32 = 0;
export const scanComponents: StaticArray<u32> = [0, 0, 0];

const JFIF: StaticArray<u8> = [0x4a, 0x46, 0x49, 0x46, 0x00];
const ADOBE: StaticArray<u8> = [0x41, 0x64, 0x6f, 0x62, 0x65];
const RGB: StaticArray<u8> = [0x52, 0x47, 0x42];
let seenJfif: bool = false;
/** What Adobe's marker says of the colours: 0 for RGB, 1 for YCbCr; -1 without that marker. */
let adobe: i32 = -1;

export function forgetHeaders(): void {
  componentCount = 0;
  restartInterval = 0;
  seenJfif = false;
  adobe = -1;
}

/** Reads a frame header (B.2.2). */
export function readFrameHeader(marker: u32, from: usize, to: usize, width: u32, height: u32): u32 {
  if (marker === SOF2) return PROGRESSIVE;
  if (marker >= SOF9) return ARITHMETIC;
  if (marker > SOF1) return OTHER_PROCESS;
  if (componentCount > 0) return CORRUPT_MARKER;
  if (to - from < 6) return CORRUPT_HEADER;
  const count: u32 = load<u8>(from, 5);
  if (to - from !== 6 + 3 * count) return CORRUPT_HEADER;
  if (load<u8>(from) !== 8) return OTHER_PRECISION;
  if (word(from + 3) !== width || word(from + 1) !== height) return OTHER_SIZE;
  if (count !== 1 && count !== 3) return OTHER_COLOURS;
  mostAcross = 1;
  mostDown = 1;
  for (let c: u32 = 0; c < count; c++) {
    const at: usize = from + 6 + 3 * c;
    ids[c] = load<u8>(at);
    across[c] = load<u8>(at, 1) >> 4;
    down[c] = load<u8>(at, 1) & 15;
    quantiserOf[c] = load<u8>(at, 2);
    decoded[c] = false;
    if (across[c] < 1 || across[c] > 4 || down[c] < 1 || down[c] > 4 || quantiserOf[c] > 3)
      return CORRUPT_HEADER;
    if (componentOf(ids[c]) !== c) return CORRUPT_HEADER;
    // A single component has nothing to be subsampled against.
    if (count === 1) across[c] = down[c] = 1;
    mostAcross = max<u32>(mostAcross, across[c]);
    mostDown = max<u32>(mostDown, down[c]);
  }
  componentCount = count;
  for (let c: u32 = 0; c < count; c++) {
    widths[c] = (width * across[c] + mostAcross - 1) / mostAcross;
    heights[c] = (height * down[c] + mostDown - 1) / mostDown;
  }
  return checkSampling();
}

/** Two bytes, the high one first. */
export function word(at: usize): u32 {
  return ((<u32>load<u8>(at)) << 8) | load<u8>(at, 1);
}

/** The component of that identifier; 3 or more if there is none. */
function componentOf(id: u32): u32 {
  let c: u32 = 0;
  while (c < 3 && ids[c] !== id) c++;
  return c;
}

/** Refuses what is neither grey, 4:4:4, 4:2:2 nor 4:2:0. */
function checkSampling(): u32 {
  if (componentCount === 1) return OK;
  if (across[0] !== mostAcross || down[0] !== mostDown) return OTHER_SAMPLING;
  if (across[1] !== across[2] || down[1] !== down[2]) return OTHER_SAMPLING;
  const full: bool = across[1] === mostAcross && down[1] === mostDown;
  const halved: bool = across[1] * 2 === mostAcross && (down[1] === mostDown || down[1] * 2 === mostDown);
  return full || halved ? OK : OTHER_SAMPLING;
}

/** Notes what a JFIF or Adobe segment says of the colours. */
export function readApplicationData(marker: u32, from: usize, to: usize): void {
  if (marker === APP0 && to - from >= 14 && startsWith(JFIF, from)) seenJfif = true;
  if (marker === APP14 && to - from >= 12 && startsWith(ADOBE, from)) adobe = load<u8>(from, 11);
}

function startsWith(name: StaticArray<u8>, from: usize): bool {
  return memory.compare(changetype<usize>(name), from, name.length) === 0;
}

/** Whether three components are red, green and blue: Adobe's marker says so, or else their identifiers. */
function isRgb(): bool {
  if (seenJfif) return false;
  if (adobe >= 0) return adobe === 0;
  return ids[0] === RGB[0] && ids[1] === RGB[1] && ids[2] === RGB[2];
}

/** Reads a restart interval (B.2.4.4). */
export function readRestartInterval(from: usize, to: usize): u32 {
  if (to - from !== 2) return CORRUPT_MARKER;
  restartInterval = word(from);
  return OK;
}

/** Reads a scan header (B.2.3). */
export function readScanHeader(from: usize, to: usize): u32 {
  if (componentCount === 0) return CORRUPT_MARKER;
  if (componentCount === 3 && isRgb()) return OTHER_COLOURS;
  if (from >= to) return CORRUPT_HEADER;
  const count: u32 = load<u8>(from);
  if (count < 1 || count > componentCount || to - from !== 4 + 2 * count) return CORRUPT_HEADER;
  let blocks: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const at: usize = from + 1 + 2 * i;
    const c: u32 = componentOf(load<u8>(at));
    if (c >= componentCount || decoded[c]) return CORRUPT_HEADER;
    const tables: u32 = load<u8>(at, 1);
    if ((tables & 0xcc) !== 0) return CORRUPT_HEADER;
    dcTableOf[c] = tables >> 4;
    acTableOf[c] = 4 + (tables & 3);
    if (!hasQuantiser(quantiserOf[c]) || !hasHuffman(dcTableOf[c]) || !hasHuffman(acTableOf[c]))
      return MISSING_TABLE;
    decoded[c] = true;
    blocks += across[c] * down[c];
    scanComponents[i] = c;
  }
  scanCount = count;
  // A sequential scan has all 64 coefficients, in full precision.
  const end: usize = from + 1 + 2 * count;
  if (load<u8>(end) !== 0 || load<u8>(end, 1) !== 63 || load<u8>(end, 2) !== 0) return CORRUPT_HEADER;
  return count > 1 && blocks > 10 ? CORRUPT_HEADER : OK;
}

/** Whether every component of the frame was in a scan. */
export function isComplete(): bool {
  for (let c: u32 = 0; c < componentCount; c++) if (!decoded[c]) return false;
  return componentCount > 0;
}
