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
} from '../params.ts';
import { components } from './components.ts';
import { hasHuffman, hasQuantiser } from './tables.ts';

/** Number of components; 0 before the frame header was read. */
export let componentCount = 0;
/** The largest sampling factors. */
export let mostAcross = 1;
export let mostDown = 1;
/** MCUs between two restart markers; 0 without such. */
export let restartInterval = 0;

/** Components of the scan: how many, and which. */
export let scanCount = 0;
export const scanComponents: Uint8Array = new Uint8Array(3);

const text = new TextEncoder();
const JFIF = text.encode('JFIF\0');
const ADOBE = text.encode('Adobe');
const RGB = text.encode('RGB');
let seenJfif = false;
/** What Adobe's marker says of the colours: 0 for RGB, 1 for YCbCr; -1 without that marker. */
let adobe = -1;

export function forgetHeaders(): void {
  componentCount = 0;
  restartInterval = 0;
  seenJfif = false;
  adobe = -1;
}

/** Reads a frame header (B.2.2). */
export function readFrameHeader(
  marker: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  width: number,
  height: number,
): number {
  if (marker === SOF2) return PROGRESSIVE;
  if (marker >= SOF9) return ARITHMETIC;
  if (marker > SOF1) return OTHER_PROCESS;
  if (componentCount > 0) return CORRUPT_MARKER;
  if (to - from < 6) return CORRUPT_HEADER;
  const count = bytes[from + 5]!;
  if (to - from !== 6 + 3 * count) return CORRUPT_HEADER;
  if (bytes[from] !== 8) return OTHER_PRECISION;
  const down = (bytes[from + 1]! << 8) | bytes[from + 2]!;
  const across = (bytes[from + 3]! << 8) | bytes[from + 4]!;
  if (across !== width || down !== height) return OTHER_SIZE;
  if (count !== 1 && count !== 3) return OTHER_COLOURS;
  mostAcross = 1;
  mostDown = 1;
  for (let c = 0; c < count; c++) {
    const one = components[c]!;
    const at = from + 6 + 3 * c;
    one.id = bytes[at]!;
    one.across = bytes[at + 1]! >> 4;
    one.down = bytes[at + 1]! & 15;
    one.quantiser = bytes[at + 2]!;
    one.decoded = false;
    if (one.across < 1 || one.across > 4 || one.down < 1 || one.down > 4 || one.quantiser > 3) {
      return CORRUPT_HEADER;
    }
    if (componentOf(one.id) !== c) return CORRUPT_HEADER;
    // A single component has nothing to be subsampled against.
    if (count === 1) one.across = one.down = 1;
    mostAcross = Math.max(mostAcross, one.across);
    mostDown = Math.max(mostDown, one.down);
  }
  componentCount = count;
  for (let c = 0; c < count; c++) {
    const one = components[c]!;
    one.width = Math.ceil((width * one.across) / mostAcross);
    one.height = Math.ceil((height * one.down) / mostDown);
  }
  return checkSampling();
}

/** The component of that identifier; 3 or more if there is none. */
function componentOf(id: number): number {
  let c = 0;
  while (c < 3 && components[c]!.id !== id) c++;
  return c;
}

/** Refuses what is neither grey, 4:4:4, 4:2:2 nor 4:2:0. */
function checkSampling(): number {
  const [luma, blue, red] = components;
  if (componentCount === 1) return OK;
  if (luma.across !== mostAcross || luma.down !== mostDown) return OTHER_SAMPLING;
  if (blue.across !== red.across || blue.down !== red.down) return OTHER_SAMPLING;
  const full = blue.across === mostAcross && blue.down === mostDown;
  const halved = blue.across * 2 === mostAcross && (blue.down === mostDown || blue.down * 2 === mostDown);
  return full || halved ? OK : OTHER_SAMPLING;
}

/** Notes what a JFIF or Adobe segment says of the colours. */
export function readApplicationData(marker: number, bytes: Uint8Array, from: number, to: number): void {
  if (marker === APP0 && to - from >= 14 && startsWith(JFIF, bytes, from)) seenJfif = true;
  if (marker === APP14 && to - from >= 12 && startsWith(ADOBE, bytes, from)) adobe = bytes[from + 11]!;
}

function startsWith(name: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) return false;
  return true;
}

/** Whether three components are red, green and blue: Adobe's marker says so, or else their identifiers. */
function isRgb(): boolean {
  if (seenJfif) return false;
  if (adobe >= 0) return adobe === 0;
  return components.every(({ id }, c) => id === RGB[c]);
}

/** Reads a restart interval (B.2.4.4). */
export function readRestartInterval(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 2) return CORRUPT_MARKER;
  restartInterval = (bytes[from]! << 8) | bytes[from + 1]!;
  return OK;
}

/** Reads a scan header (B.2.3). */
export function readScanHeader(bytes: Uint8Array, from: number, to: number): number {
  if (componentCount === 0) return CORRUPT_MARKER;
  if (componentCount === 3 && isRgb()) return OTHER_COLOURS;
  if (from >= to) return CORRUPT_HEADER;
  const count = bytes[from]!;
  if (count < 1 || count > componentCount || to - from !== 4 + 2 * count) return CORRUPT_HEADER;
  let blocks = 0;
  for (let i = 0; i < count; i++) {
    const c = componentOf(bytes[from + 1 + 2 * i]!);
    if (c >= componentCount || components[c]!.decoded) return CORRUPT_HEADER;
    const one = components[c]!;
    const tables = bytes[from + 2 + 2 * i]!;
    if ((tables & 0xcc) !== 0) return CORRUPT_HEADER;
    one.dcTable = tables >> 4;
    one.acTable = 4 + (tables & 3);
    if (!hasQuantiser(one.quantiser) || !hasHuffman(one.dcTable) || !hasHuffman(one.acTable)) {
      return MISSING_TABLE;
    }
    one.decoded = true;
    blocks += one.across * one.down;
    scanComponents[i] = c;
  }
  scanCount = count;
  // A sequential scan has all 64 coefficients, in full precision.
  const end = from + 1 + 2 * count;
  if (bytes[end] !== 0 || bytes[end + 1] !== 63 || bytes[end + 2] !== 0) return CORRUPT_HEADER;
  return count > 1 && blocks > 10 ? CORRUPT_HEADER : OK;
}

/** Whether every component of the frame was in a scan. */
export function isComplete(): boolean {
  for (let c = 0; c < componentCount; c++) if (!components[c]!.decoded) return false;
  return componentCount > 0;
}
