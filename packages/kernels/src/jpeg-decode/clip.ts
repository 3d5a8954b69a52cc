import { readFileSync } from 'node:fs';
import { CrossoverError } from '@crossover/model';
import { frameSize, splitFrames } from './motion-jpeg.ts';
import type { Parameters, Random } from '@crossover/model';

/** Sizes of the clips in the repository, as width × height. */
export const CLIP_SIZES: readonly string[] = ['97x61', '320x240'];

/** Most bytes that a file may have. */
const MOST_BYTES = 2 ** 30;
/** Most bytes that a frame may have: its bits are counted in 31 bits. */
const MOST_FRAME_BYTES = 2 ** 27;
/** Most bytes that all pixels may take. */
const MOST_PIXEL_BYTES = 2 ** 30;
export const MOST_SAMPLES_ACROSS = 8192;
export const MOST_FRAMES = 65_536;

/** Frames one after the other, and where each begins. */
export interface Clip {
  readonly clip: Uint8Array<ArrayBuffer>;
  readonly boundaries: Uint32Array<ArrayBuffer>;
}

/** A clip of the repository. It lies beside the source, wherever this file was compiled to. */
export function clipBytes(name: string): Uint8Array {
  const file = readFileSync(new URL(`../../src/jpeg-decode/clips/${name}.mjpeg`, import.meta.url));
  // A Buffer is more than the plain view that a region is.
  return new Uint8Array(file.buffer, file.byteOffset, file.length);
}

/**
 * As many frames of the clip of that size: all of them in a random order, again and again.
 * @throws CrossoverError `usage` when there is no clip of that size.
 */
export function drawFrames(width: number, height: number, count: number, random: Random): Clip {
  const name = `${width}x${height}`;
  if (!CLIP_SIZES.includes(name)) {
    throw new CrossoverError({
      code: 'usage',
      message: `jpeg-decode has no clip of ${name}`,
      hint: `sizes that it has: ${CLIP_SIZES.join(', ')}; or bring frames of your own with --input`,
    });
  }
  checkRoom(width, height, count);
  const frames = splitFrames(clipBytes(name));
  const drawn: Uint8Array[] = [];
  while (drawn.length < count) drawn.push(...shuffled(frames, random));
  return joinFrames(drawn.slice(0, count));
}

/**
 * The frames of a motion-JPEG file, which must have one size.
 * @throws CrossoverError `usage` when it holds no frame with a size, frames of several sizes, or too much.
 */
export function readFrames(bytes: Uint8Array): { readonly inputs: Clip; readonly parameters: Parameters } {
  if (bytes.length > MOST_BYTES) throw unusable(`it has more than ${MOST_BYTES} bytes`);
  const frames = splitFrames(bytes);
  if (frames.some((frame) => frame.length > MOST_FRAME_BYTES)) {
    throw unusable(`a frame has more than ${MOST_FRAME_BYTES} bytes`);
  }
  const sizes = frames.map(frameSize);
  const first = sizes.find((size) => size !== undefined);
  if (first === undefined) throw unusable('it holds no JPEG frame that tells its size');
  const { width, height } = first;
  const other = sizes.findIndex(
    (size) => size !== undefined && (size.width !== width || size.height !== height),
  );
  if (other >= 0) {
    const { width: otherWidth, height: otherHeight } = sizes[other]!;
    throw unusable(`frame ${other} is ${otherWidth}x${otherHeight}, those before it are ${width}x${height}`);
  }
  if (Math.max(width, height) > MOST_SAMPLES_ACROSS || frames.length > MOST_FRAMES) {
    throw unusable(`at most ${MOST_FRAMES} frames, each ${MOST_SAMPLES_ACROSS} wide or high, can be read`);
  }
  checkRoom(width, height, frames.length);
  return { inputs: joinFrames(frames), parameters: { width, height, frames: frames.length } };
}

function checkRoom(width: number, height: number, count: number): void {
  if (width * height * 3 * count > MOST_PIXEL_BYTES) {
    throw unusable(
      `${count} frames of ${width}x${height} take more than ${MOST_PIXEL_BYTES} bytes of pixels`,
    );
  }
}

function unusable(problem: string): CrossoverError {
  return new CrossoverError({
    code: 'usage',
    message: `jpeg-decode cannot take this input: ${problem}`,
    hint: 'it takes motion JPEG, one frame after the other, such as `ffmpeg -i FILE -c:v mjpeg -f mjpeg OUT` makes',
  });
}

function shuffled<Value>(values: readonly Value[], random: Random): readonly Value[] {
  const order = [...values];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Puts frames one after the other. */
export function joinFrames(frames: readonly Uint8Array[]): Clip {
  const boundaries = new Uint32Array(frames.length + 1);
  for (const [i, frame] of frames.entries()) boundaries[i + 1] = boundaries[i]! + frame.length;
  const clip = new Uint8Array(boundaries[frames.length]!);
  for (const [i, frame] of frames.entries()) clip.set(frame, boundaries[i]);
  return { clip, boundaries };
}
