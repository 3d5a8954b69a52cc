import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import { drawFrames, MOST_FRAMES, MOST_SAMPLES_ACROSS, readFrames } from './clip.ts';
import { OK } from './params.ts';
import { statusText } from './status.ts';
import type { KernelSpec } from '@crossover/model';

const truth = "libjpeg-turbo's djpeg -dct int, byte for byte (scripts/reference/jpeg-decode.ts)";

export const kernel: KernelSpec = defineKernel({
  id: 'jpeg-decode',
  title: 'Motion JPEG',
  stresses: 'a codec: bits and tables, then 8×8 integer transforms, then sweeps over rows of bytes',
  citation:
    'ITU-T T.81, 1992, baseline process; inverse DCT, upsampling and colours as in libjpeg, which implements it',
  parameters: {
    width: {
      type: 'u32',
      minimum: 1,
      maximum: MOST_SAMPLES_ACROSS,
      meaning: 'width of every frame in pixels',
    },
    height: {
      type: 'u32',
      minimum: 1,
      maximum: MOST_SAMPLES_ACROSS,
      meaning: 'height of every frame in pixels',
    },
    frames: { type: 'u32', minimum: 1, maximum: MOST_FRAMES, meaning: 'number of frames' },
  },
  scalars: ['width', 'height'],
  inputs: {
    clip: { element: 'u8', division: { kind: 'segments', boundaries: 'boundaries' } },
    // Frame i is the bytes from boundary i to boundary i + 1.
    boundaries: { element: 'u32', division: { kind: 'boundaries' } },
  },
  outputs: {
    // Red, green and blue in turn, row by row. A frame that is not decoded is black.
    pixels: {
      element: 'u8',
      division: { kind: 'stride', elements: ({ width, height }) => width * height * 3 },
    },
    // What became of the frame, as params.ts lists it.
    status: { element: 'u32', division: { kind: 'stride', elements: 1 } },
  },
  passes: [
    {
      name: 'decodeJpeg',
      reads: [
        { region: 'clip', span: 'own' },
        { region: 'boundaries', span: 'own' },
      ],
      writes: ['pixels', 'status'],
    },
  ],
  item: 'frame',
  items: ({ frames }) => frames,
  generate: ({ width, height, frames }, random) => drawFrames(width, height, frames, random),
  read: (bytes) => readFrames(bytes),
  digest: ({ pixels, status }) => {
    const md5 = contentHash('md5', pixels);
    const first = status.findIndex((code) => code !== OK);
    const decoded = status.filter((code) => code === OK).length;
    const digest = `${decoded} of ${status.length} frames, md5 ${md5}`;
    return first < 0 ? digest : `${digest}, frame ${first}: ${statusText(status[first]!)}`;
  },
  workCount: () => ({
    kind: 'not-counted',
    reason: 'what it does depends on every bit of the file, and each stage is of another kind',
  }),
  workloads: {
    smoke: {
      parameters: { width: 97, height: 61, frames: 16 },
      seed: 1,
      digest: '16 of 16 frames, md5 ca716a8b7ca03e42b8900f9028cf2c7c',
      truth,
    },
    small: {
      parameters: { width: 97, height: 61, frames: 48 },
      seed: 2,
      digest: '48 of 48 frames, md5 4442f677601d45a11fb9f2ee7b0d22f9',
      truth,
    },
    medium: {
      parameters: { width: 320, height: 240, frames: 32 },
      seed: 3,
      digest: '32 of 32 frames, md5 8a3a90787866d59b61e4b440850fefa5',
      truth,
    },
    large: {
      parameters: { width: 320, height: 240, frames: 320 },
      seed: 4,
      digest: '320 of 320 frames, md5 2078a8ef4dd4d87dfc638a80b7639391',
      truth,
    },
  },
});
