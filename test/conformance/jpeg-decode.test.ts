import { isDeepStrictEqual } from 'node:util';
import { layOut, viewsOf } from '@crossover/model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKernel, seededRandom } from '../../packages/kernels/dist/index.js';
import { clipBytes, joinFrames } from '../../packages/kernels/dist/jpeg-decode/clip.js';
import { damageFrame } from '../../packages/kernels/dist/jpeg-decode/damage.js';
import { splitFrames } from '../../packages/kernels/dist/jpeg-decode/motion-jpeg.js';
import { LANES } from '../../packages/lanes/dist/index.js';
import { outputBytes, spoilOutputs } from './workload.ts';
import type { Lane } from '@crossover/model';

const FRAMES = 128;
const SIZE = { width: 97, height: 61 };
/** A few by default; as many as one has time for with this variable, each time others. */
const MORE = Number(process.env['CROSSOVER_DAMAGED_FRAMES'] ?? 0);
const BATCHES = Math.ceil(Math.max(MORE, 4096) / FRAMES);
const LIMIT_MS = 120_000 + 20 * MORE;

const kernel = await loadKernel('jpeg-decode');
const clip = splitFrames(clipBytes('97x61'));
const reasons = await Promise.all(LANES.map(async (lane) => await lane.unavailable(kernel.id)));
const lanes = LANES.filter((_, i) => reasons[i] === undefined);

/** What a lane makes of frames of that size; the frames lie one behind the other in memory that ends with them. */
async function outputsOf(lane: Lane, frames: readonly Uint8Array[], size = SIZE) {
  const parameters = { ...size, frames: frames.length };
  const { clip: bytes, boundaries } = joinFrames(frames);
  const inputs = { clip: bytes, boundaries };
  const layout = layOut(kernel, parameters, inputs);
  const arena = new ArrayBuffer(layout.byteLength);
  const views = viewsOf(layout, arena);
  views['clip']!.set(bytes);
  views['boundaries']!.set(boundaries);
  spoilOutputs(kernel, views);
  const bound = await lane.bind({ kernel, parameters, layout, arena });
  bound.enter(0);
  // In chunks, so that what one frame leaves behind could reach another.
  for (let start = 0; start < frames.length; start += 8) {
    const end = Math.min(frames.length, start + 8);
    bound.load(0, start, end);
    bound.run(0, start, end);
    bound.store(0, start, end);
  }
  return { outputs: outputBytes(kernel, views), statuses: [...views['status']!] };
}

test(
  'all lanes make the same of damaged frames: a status, and the same pixels',
  async () => {
    const seen = new Set<number>();
    const decoded = async (seed: number): Promise<void> => {
      const random = seededRandom(seed);
      const pick = (): Uint8Array => clip[random.below(clip.length)]!;
      const frames = Array.from({ length: FRAMES }, () => damageFrame(pick(), pick(), random));
      const [first, ...others] = await Promise.all(lanes.map(async (lane) => await outputsOf(lane, frames)));
      for (const status of first!.statuses) seen.add(status);
      for (const other of others) {
        expect(other.statuses).toEqual(first!.statuses);
        expect(isDeepStrictEqual(other.outputs, first!.outputs)).toBe(true);
      }
    };
    // One seed for all runs of CI, unless more is asked for.
    const seed = MORE > 0 ? {} : { seed: 1992 };
    await fc.assert(fc.asyncProperty(fc.integer(), decoded), {
      numRuns: BATCHES,
      ...seed,
      endOnFailure: true,
    });
    expect(lanes.length).toBeGreaterThan(1);
    // Damage that always had the same effect would show little.
    expect(seen.size).toBeGreaterThan(8);
  },
  LIMIT_MS,
);

/**
 * A grey block with the standard tables and one factor for all coefficients: 00 for no DC, 100 111 for an AC of 7, which begins
 * column 1, 1010 for the end.
 */
function blockOf(factor: number): Uint8Array {
  const factors = Array.from({ length: 64 }, () => [factor >> 8, factor & 255]).flat();
  return Uint8Array.from(
    [
      [0xff, 0xd8, 0xff, 0xdb, 0, 131, 0x10, ...factors],
      [0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 7, 0x11, 0],
      [0xff, 0xda, 0, 8, 1, 7, 0, 0, 63, 0, 0b0010_0111, 0b1010_1111, 0xff, 0xd9],
    ].flat(),
  );
}

test('all lanes make the same of a column whose first coefficient leaves 32 bits in the transform', async () => {
  // It begins with 2¹⁸: 37,449 times 7 is less.
  const frames = [1, 37_449, 37_450, 45_000, 60_000, 65_535].map(blockOf);
  const size = { width: 8, height: 8 };
  const [first, ...others] = await Promise.all(
    lanes.map(async (lane) => await outputsOf(lane, frames, size)),
  );
  expect(first!.statuses).toEqual(frames.map(() => 0));
  for (const other of others) expect(other).toEqual(first);
});
