import {
  APP0,
  APP15,
  ARITHMETIC,
  COM,
  CORRUPT_MARKER,
  DAC,
  DHT,
  DQT,
  DRI,
  EOI,
  JPG,
  NOT_JPEG,
  OK,
  RST0,
  SOF0,
  SOF15,
  SOI,
  SOS,
  TEM,
  TRUNCATED,
} from '../params.ts';
import { segmentEnd } from './entropy.ts';
import {
  forgetHeaders,
  isComplete,
  readApplicationData,
  readFrameHeader,
  readRestartInterval,
  readScanHeader,
} from './headers.ts';
import { decodeScan } from './scan.ts';
import { forgetTables, readHuffman, readQuantisers } from './tables.ts';

/**
 * Decodes the frame in the bytes `[from, to)` into the components' planes: one marker segment after the other, each
 * inside these bytes, until the end of the image. What follows that is not looked at.
 */
export function decodeFrame(
  bytes: Uint8Array,
  from: number,
  to: number,
  width: number,
  height: number,
): number {
  forgetTables();
  forgetHeaders();
  if (to - from < 2) return TRUNCATED;
  if (bytes[from] !== 0xff || bytes[from + 1] !== SOI) return NOT_JPEG;
  let at = from + 2;
  while (at < to) {
    if (bytes[at] !== 0xff) return CORRUPT_MARKER;
    // Any number of bytes 0xff may precede a marker (B.1.1.2).
    while (at < to && bytes[at] === 0xff) at++;
    if (at >= to) return TRUNCATED;
    const marker = bytes[at]!;
    at++;
    if (marker === EOI) return isComplete() ? OK : TRUNCATED;
    if (marker <= TEM || (marker >= RST0 && marker <= SOI)) return CORRUPT_MARKER;
    if (at + 2 > to) return TRUNCATED;
    const length = (bytes[at]! << 8) | bytes[at + 1]!;
    if (length < 2) return CORRUPT_MARKER;
    if (at + length > to) return TRUNCATED;
    let result = readSegment(marker, bytes, at + 2, at + length, width, height);
    if (result !== OK) return result;
    at += length;
    if (marker === SOS) {
      result = decodeScan(bytes, at, to, width, height);
      if (result !== OK) return result;
      at = segmentEnd;
    }
  }
  return TRUNCATED;
}

/** Reads the content `[from, to)` of a marker's segment. */
function readSegment(
  marker: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  width: number,
  height: number,
): number {
  if (marker === DQT) return readQuantisers(bytes, from, to);
  if (marker === DHT) return readHuffman(bytes, from, to, true);
  if (marker === DRI) return readRestartInterval(bytes, from, to);
  if (marker === SOS) return readScanHeader(bytes, from, to);
  if (marker === DAC) return ARITHMETIC;
  if (marker === COM) return OK;
  if (marker >= APP0 && marker <= APP15) {
    readApplicationData(marker, bytes, from, to);
    return OK;
  }
  if (marker >= SOF0 && marker <= SOF15 && marker !== JPG) {
    return readFrameHeader(marker, bytes, from, to, width, height);
  }
  return CORRUPT_MARKER;
}
