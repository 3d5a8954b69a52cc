import { DHT, EOI, JPG, DAC, RST0, SOF0, SOF15, SOI, SOS, TEM } from './params.ts';

/** What a frame header says. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Cuts a file of JPEG frames, one after the other, after each marker EOI. A frame in the data of an application, such
 * as a thumbnail, is not one of the file's: segments are stepped over by their length. A frame that is damaged ends
 * where the next one seems to begin, and one that is cut off at the end of the file. Zeros between frames go with the
 * frame before them.
 */
export function splitFrames(bytes: Uint8Array): readonly Uint8Array[] {
  const frames: Uint8Array[] = [];
  let from = 0;
  while (from < bytes.length) {
    const to = nextStart(bytes, frameEnd(bytes, from));
    frames.push(bytes.subarray(from, to));
    from = to;
  }
  return frames;
}

/** The size that a frame's header tells; none when it has no such header. */
export function frameSize(frame: Uint8Array): FrameSize | undefined {
  for (const { marker, at } of segments(frame, 0)) {
    if (marker < SOF0 || marker > SOF15 || marker === DHT || marker === JPG || marker === DAC) continue;
    if (at + 7 > frame.length) return undefined;
    const size = {
      height: (frame[at + 3]! << 8) | frame[at + 4]!,
      width: (frame[at + 5]! << 8) | frame[at + 6]!,
    };
    return size.width > 0 && size.height > 0 ? size : undefined;
  }
  return undefined;
}

/** Behind the marker EOI of the frame that begins at `from`; or where its segments end to be segments. */
function frameEnd(bytes: Uint8Array, from: number): number {
  let end = Math.min(from + 2, bytes.length);
  for (const segment of segments(bytes, from)) end = segment.end;
  return end;
}

/** Where the next frame begins, or the file ends. */
function nextStart(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && (bytes[at + 1] !== SOI || bytes[at + 2] !== 0xff)) at = bytes.indexOf(0xff, at + 1);
  return at < 0 ? bytes.length : at;
}

interface Segment {
  readonly marker: number;
  /** Where its length stands, behind the marker. */
  readonly at: number;
  /** Behind it, and behind the entropy-coded data that follow a scan header. */
  readonly end: number;
}

/** The marker segments of the frame that begins at `from`, up to EOI, or as far as they follow each other. */
function* segments(bytes: Uint8Array, from: number): Generator<Segment> {
  if (bytes[from] !== 0xff || bytes[from + 1] !== SOI) return;
  let at = from + 2;
  while (bytes[at] === 0xff) {
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at] ?? TEM;
    at++;
    if (marker === EOI) yield { marker, at, end: at };
    if (marker === EOI || marker <= TEM || (marker >= RST0 && marker <= SOI) || at + 2 > bytes.length) return;
    const length = (bytes[at]! << 8) | bytes[at + 1]!;
    const behind = Math.min(at + length, bytes.length);
    const end = marker === SOS ? scanEnd(bytes, behind) : behind;
    yield { marker, at, end };
    at = end;
  }
}

/** Where the entropy-coded data that begin at `from` end: at a marker other than a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && (marker < RST0 || marker >= SOI)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}
