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
} from '../params';
import { segmentEnd } from './entropy';
import {
  forgetHeaders,
  isComplete,
  readApplicationData,
  readFrameHeader,
  readRestartInterval,
  readScanHeader,
  word,
} from './headers';
import { decodeScan } from './scan';
import { forgetTables, readHuffman, readQuantisers } from './tables';

/**
 * Decodes the frame in the bytes `[from, to)` into the components' planes: one marker segment after the other, each
 * inside these until the end of the image. What follows that is not looked at.
 */
export function decodeFrame(from: usize, to: usize, width: u32, height: u32): u32 {
  forgetTables();
  forgetHeaders();
  if (to - from < 2) return TRUNCATED;
  if (load<u8>(from) !== 0xff || load<u8>(from, 1) !== SOI) return NOT_JPEG;
  let at: usize = from + 2;
  while (at < to) {
    if (load<u8>(at) !== 0xff) return CORRUPT_MARKER;
    // Any number of bytes 0xff may precede a marker (B.1.1.2).
    while (at < to && load<u8>(at) === 0xff) at++;
    if (at >= to) return TRUNCATED;
    const marker: u32 = load<u8>(at);
    at++;
    if (marker === EOI) return isComplete() ? OK : TRUNCATED;
    if (marker <= TEM || (marker >= RST0 && marker <= SOI)) return CORRUPT_MARKER;
    if (at + 2 > to) return TRUNCATED;
    const length: u32 = word(at);
    if (length < 2) return CORRUPT_MARKER;
    if (at + length > to) return TRUNCATED;
    let result: u32 = readSegment(marker, at + 2, at + length, width, height);
    if (result !== OK) return result;
    at += length;
    if (marker === SOS) {
      result = decodeScan(at, to, width, height);
      if (result !== OK) return result;
      at = segmentEnd;
    }
  }
  return TRUNCATED;
}

/** Reads the content `[from, to)` of a marker's segment. */
function readSegment(marker: u32, from: usize, to: usize, width: u32, height: u32): u32 {
  if (marker === DQT) return readQuantisers(from, to);
  if (marker === DHT) return readHuffman(from, to, true);
  if (marker === DRI) return readRestartInterval(from, to);
  if (marker === SOS) return readScanHeader(from, to);
  if (marker === DAC) return ARITHMETIC;
  if (marker === COM) return OK;
  if (marker >= APP0 && marker <= APP15) {
    readApplicationData(marker, from, to);
    return OK;
  }
  if (marker >= SOF0 && marker <= SOF15 && marker !== JPG) {
    return readFrameHeader(marker, from, to, width, height);
  }
  return CORRUPT_MARKER;
}
