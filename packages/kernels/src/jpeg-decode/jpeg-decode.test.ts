import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { clipBytes, joinFrames } from './clip.ts';
import { damageFrame } from './damage.ts';
import { kernel } from './kernel.ts';
import { frameSize, splitFrames } from './motion-jpeg.ts';
import {
  DHT,
  NOT_JPEG,
  OK,
  OTHER_PRECISION,
  OTHER_SAMPLING,
  OTHER_SIZE,
  SOF0,
  SOS,
  TRUNCATED,
} from './params.ts';
import { statusText } from './status.ts';
import { decodeJpeg } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

const small = splitFrames(clipBytes('97x61'));
const SIZE = { width: 97, height: 61 };
const RUBBISH = 0xa5;

/** What becomes of frames of one size: their status, and the md5 of each one's samples. */
function decode(frames: readonly Uint8Array[], { width, height } = SIZE) {
  const { clip, boundaries } = joinFrames(frames);
  const bytes = width * height * 3;
  const pixels = new Uint8Array(frames.length * bytes).fill(RUBBISH);
  const status = new Uint32Array(frames.length).fill(RUBBISH);
  decodeJpeg(width, height, clip, boundaries, pixels, status, 0, frames.length);
  const hashes = frames.map((_, i) => md5(pixels.subarray(i * bytes, (i + 1) * bytes)));
  return { status: [...status], hashes, pixels };
}

function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}

/** Where the content of a frame's first segment with that marker begins. */
function segmentAt(frame: Uint8Array, marker: number): number {
  let at = 2;
  while (frame[at + 1] !== marker) at += 2 + ((frame[at + 2]! << 8) | frame[at + 3]!);
  return at + 4;
}

function withByte(frame: Uint8Array, at: number, byte: number): Uint8Array {
  const copy = frame.slice();
  copy[at] = byte;
  return copy;
}

describe('jpeg-decode', () => {
  it.each(['97x61', '320x240', 'edges'] as const)(
    'every frame of %s has the samples that djpeg gives',
    (name) => {
      const results = splitFrames(clipBytes(name)).map((frame) => decode([frame], frameSize(frame)));
      expect(results.map(({ status }) => status[0])).toStrictEqual(results.map(() => OK));
      expect(results.map(({ hashes }) => hashes[0])).toStrictEqual(vectors.frames.clips[name]);
    },
  );

  it.each(['smoke', 'small'] as const)('the %s workload has the digest that djpeg gave', (name) => {
    const { parameters, seed, digest } = kernel.workloads[name];
    const { clip, boundaries } = kernel.generate(parameters, seededRandom(seed));
    const { width, height, frames } = parameters as Record<'width' | 'height' | 'frames', number>;
    const pixels = new Uint8Array(width * height * 3 * frames);
    const status = new Uint32Array(frames);
    decodeJpeg(width, height, clip as Uint8Array, boundaries as Uint32Array, pixels, status, 0, frames);
    expect(kernel.digest({ pixels, status }, parameters)).toBe(vectors.workloads[name]);
    expect(digest).toBe(vectors.workloads[name]);
  });

  it('a frame without Huffman tables has the standard ones, as in motion JPEG', () => {
    const frame = small[0]!;
    const parts: Uint8Array[] = [];
    let kept = 0;
    for (let at = 2; frame[at + 1] !== SOS;) {
      const end = at + 2 + ((frame[at + 2]! << 8) | frame[at + 3]!);
      if (frame[at + 1] === DHT) {
        parts.push(frame.subarray(kept, at));
        kept = end;
      }
      at = end;
    }
    const bare = joinFrames([...parts, frame.subarray(kept)]).clip;
    expect(bare.length).toBeLessThan(frame.length - 400);
    expect(decode([bare]).hashes).toStrictEqual(decode([frame]).hashes);
  });

  it('a chunk of frames writes only its own pixels and status', () => {
    const { clip, boundaries } = joinFrames(small);
    const bytes = SIZE.width * SIZE.height * 3;
    const whole = decode(small);
    const pixels = new Uint8Array(small.length * bytes).fill(RUBBISH);
    const status = new Uint32Array(small.length).fill(RUBBISH);
    decodeJpeg(SIZE.width, SIZE.height, clip, boundaries, pixels, status, 3, 5);
    const expected = pixels.map((_, i) => (i >= 3 * bytes && i < 5 * bytes ? whole.pixels[i]! : RUBBISH));
    expect(md5(pixels)).toBe(md5(expected));
    expect([...status]).toStrictEqual(small.map((_, i) => (i === 3 || i === 4 ? OK : RUBBISH)));
  });
});

describe('a frame that cannot be decoded', () => {
  it('says which kind of JPEG it is', () => {
    const results = splitFrames(clipBytes('refused')).map((frame) => decode([frame], frameSize(frame)));
    expect(results.map(({ status }) => status[0])).toStrictEqual(vectors.refused.statuses);
    expect(results.every(({ pixels }) => pixels.every((sample) => sample === 0))).toBe(true);
  });

  it('says what is wrong with its header, or that it is something else', () => {
    const frame = small[0]!;
    const header = segmentAt(frame, SOF0);
    const damaged = [
      withByte(frame, 1, 0),
      withByte(frame, header, 12),
      withByte(frame, header + 2, 62),
      withByte(frame, header + 7, 0x41),
    ];
    expect(decode(damaged).status).toStrictEqual([NOT_JPEG, OTHER_PRECISION, OTHER_SIZE, OTHER_SAMPLING]);
  });

  it.each([0, 2, 4, 10])('is truncated wherever clip frame %i is cut off', (index) => {
    const frame = small[index]!;
    const cuts = Array.from({ length: 200 }, (_, i) =>
      frame.subarray(0, Math.floor((i * frame.length) / 200)),
    );
    cuts.push(frame.subarray(0, frame.length - 1), frame.subarray(0, frame.length - 2));
    const { status, pixels } = decode(cuts);
    expect(status).toStrictEqual(cuts.map(() => TRUNCATED));
    expect(pixels.every((sample) => sample === 0)).toBe(true);
  });

  it('ends with a status however it is damaged, is black, and leaves nothing to the next frame', () => {
    const seen = new Set<string>();
    const right = decode(small).hashes;
    const black = md5(new Uint8Array(SIZE.width * SIZE.height * 3));
    fc.assert(
      fc.property(fc.integer(), fc.nat(small.length - 1), fc.nat(small.length - 1), (seed, i, j) => {
        const damaged = damageFrame(small[i]!, small[j]!, seededRandom(seed));
        const { status, hashes } = decode([damaged, small[j]!]);
        seen.add(statusText(status[0]!));
        expect(statusText(status[0]!)).not.toMatch(/unknown/);
        expect(status[0] === OK || hashes[0] === black).toBe(true);
        expect([status[1], hashes[1]]).toStrictEqual([OK, right[j]]);
      }),
      { numRuns: 1000 },
    );
    // Damage that always had the same effect would show little.
    expect(seen.size).toBeGreaterThan(8);
  });

  it('is named in the digest, with the reason', () => {
    const { status, pixels } = decode([small[0]!, small[1]!.subarray(0, 99)]);
    const digest = kernel.digest({ pixels, status: Uint32Array.from(status) }, { ...SIZE, frames: 2 });
    expect(digest).toMatch(/^1 of 2 frames, md5 [0-9a-f]{32}, frame 1: truncated$/);
  });
});
