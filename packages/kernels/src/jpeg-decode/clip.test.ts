import { layOut } from '@crossover/model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { CLIP_SIZES, clipBytes, drawFrames, joinFrames } from './clip.ts';
import { kernel } from './kernel.ts';
import { frameSize, splitFrames } from './motion-jpeg.ts';

const frames = splitFrames(clipBytes('97x61'));
const PARAMETERS = { width: 1, height: 1, frames: 1 };

/** A frame with another one in the data of an application, as cameras add a thumbnail. */
function withThumbnail(frame: Uint8Array, thumbnail: Uint8Array): Uint8Array {
  const length = thumbnail.length + 2;
  const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255);
  return joinFrames([head, thumbnail, frame.subarray(2)]).clip;
}

/** The frames that `--input` makes of a file. */
function framesOf(file: Uint8Array): readonly Uint8Array[] {
  const { inputs, parameters } = kernel.read!(file, PARAMETERS);
  expect(layOut(kernel, parameters, inputs).items).toBe(parameters['frames']);
  const { clip, boundaries } = inputs as { readonly clip: Uint8Array; readonly boundaries: Uint32Array };
  return Array.from({ length: boundaries.length - 1 }, (_, i) =>
    clip.slice(boundaries[i], boundaries[i + 1]),
  );
}

describe('a motion-JPEG file', () => {
  it('is cut into its frames, whatever these hold', () => {
    const file = [frames[0]!, withThumbnail(frames[1]!, frames[2]!), frames[10]!].map((frame) =>
      frame.slice(),
    );
    expect(framesOf(joinFrames(file).clip)).toStrictEqual(file);
  });

  it('tells its parameters by its frames', () => {
    const { parameters } = kernel.read!(Buffer.from(clipBytes('320x240')), PARAMETERS);
    expect(parameters).toStrictEqual({ width: 320, height: 240, frames: 16 });
  });

  it('may end within a frame, and have zeros and damaged frames between others', () => {
    const zeros = new Uint8Array(5);
    const damaged = frames[1]!.slice();
    damaged[20] = 0;
    const file = joinFrames([frames[0]!, zeros, damaged, frames[2]!.subarray(0, 900)]).clip;
    const expected = [joinFrames([frames[0]!, zeros]).clip, damaged, frames[2]!.slice(0, 900)];
    expect(framesOf(file)).toStrictEqual(expected);
  });

  it.each([
    ['nothing', new Uint8Array(0), /no JPEG frame/],
    ['text', new TextEncoder().encode('width 97, height 61'), /no JPEG frame/],
    [
      'frames of several sizes',
      joinFrames([frames[0]!, splitFrames(clipBytes('320x240'))[0]!]).clip,
      /frame 1 is 320x240/,
    ],
  ])('of %s is refused', (_, file, message) => {
    const failure = expect.objectContaining({ code: 'usage', message: expect.stringMatching(message) });
    expect(() => kernel.read!(file, PARAMETERS)).toThrow(expect.objectContaining({ failure }));
  });

  it('of any bytes is cut into parts that together are the file', () => {
    const bytes = fc.oneof(fc.constantFrom(0xff, 0xd8, 0xd9, 0xda, 0), fc.nat(255));
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 60 }), (values) => {
        const file = Uint8Array.from(values);
        expect(joinFrames(splitFrames(file)).clip).toStrictEqual(file);
      }),
    );
  });
});

describe('drawn frames', () => {
  it('are all of the clip before one comes again', () => {
    const { clip, boundaries } = drawFrames(97, 61, 40, seededRandom(5));
    const drawn = Array.from({ length: 40 }, (_, i) =>
      clip.slice(boundaries[i], boundaries[i + 1]).toBase64(),
    );
    expect(new Set(drawn.slice(0, 16)).size).toBe(16);
    expect(new Set(drawn.slice(16, 32))).toStrictEqual(new Set(drawn.slice(0, 16)));
    expect(drawn.slice(16, 32)).not.toStrictEqual(drawn.slice(0, 16));
  });

  it.each(CLIP_SIZES)('of %s have that size', (name) => {
    const sizes = splitFrames(clipBytes(name)).map((frame) => frameSize(frame)!);
    expect(new Set(sizes.map(({ width, height }) => `${width}x${height}`))).toStrictEqual(new Set([name]));
  });

  it('of a size that no clip has are refused, with the sizes that there are', () => {
    const failure = expect.objectContaining({
      code: 'usage',
      hint: expect.stringContaining('97x61, 320x240'),
    });
    expect(() => drawFrames(100, 61, 1, seededRandom(1))).toThrow(expect.objectContaining({ failure }));
  });

  it('of more pixels than memory can hold are refused', () => {
    const failure = expect.objectContaining({ code: 'usage' });
    expect(() => drawFrames(320, 240, 65_536, seededRandom(1))).toThrow(expect.objectContaining({ failure }));
  });
});
