// Makes the clips of jpeg-decode from a seeded scene, with encoders that are not ours:
// apt-get install libjpeg-turbo-progs ffmpeg && node --conditions=source scripts/reference/jpeg-decode-clips.ts
// The files in the repository come from libjpeg-turbo 2.1.5 and ffmpeg 5.1.9; other versions may encode otherwise,
// and then every digest has to be computed again.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { seededRandom } from '../../packages/kernels/src/index.ts';
import { drawDiscs, picture } from './jpeg-decode-scene.ts';

const CLIPS = join(import.meta.dirname, '../../packages/kernels/src/jpeg-decode/clips');
const SEED = 1992;

/** Files end as they end, even if that is a newline. */
const BYTES = { encoding: 'buffer', stripFinalNewline: false } as const;

type Encode = (ppm: Buffer) => Promise<Uint8Array>;

/** libjpeg-turbo's encoder. */
function cjpeg(...options: readonly string[]): Encode {
  return async (input) => (await execa('cjpeg', ['-dct', 'int', ...options], { input, ...BYTES })).stdout;
}

/** Encoded with one scan per component: they are not interleaved. */
const cjpegScans: Encode = async (ppm) => {
  const folder = await mkdtemp(join(tmpdir(), 'scans-'));
  try {
    await writeFile(join(folder, 'scans.txt'), '0;\n1;\n2;\n');
    return await cjpeg('-sample', '2x2', '-scans', join(folder, 'scans.txt'))(ppm);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** ffmpeg's own encoder. */
function ffmpeg(codec: string, format: string, ...options: readonly string[]): Encode {
  return async (input) => {
    const source = ['-loglevel', 'error', '-f', 'image2pipe', '-c:v', 'ppm', '-i', '-'];
    const target = ['-c:v', codec, '-pix_fmt', format, ...options, '-f', 'image2pipe', '-'];
    const all = [...source, '-strict', '-1', '-bitexact', ...target];
    return (await execa('ffmpeg', all, { input, ...BYTES })).stdout;
  };
}

/** One frame of each kind: samplings, tables, restart markers, quantisation, interleaving, two encoders. */
const KINDS: readonly Encode[] = [
  cjpeg('-sample', '2x2', '-quality', '75'),
  cjpeg('-sample', '2x2', '-quality', '92', '-optimize'),
  cjpeg('-sample', '2x2', '-quality', '75', '-restart', '1'),
  cjpeg('-sample', '2x2', '-quality', '15'),
  cjpegScans,
  cjpeg('-sample', '2x1', '-quality', '80'),
  cjpeg('-sample', '2x1', '-quality', '80', '-optimize', '-restart', '5B'),
  cjpeg('-sample', '1x1', '-quality', '85'),
  cjpeg('-sample', '1x1', '-quality', '50', '-optimize'),
  cjpeg('-sample', '1x1', '-quality', '75', '-restart', '1B'),
  cjpeg('-grayscale', '-quality', '75'),
  cjpeg('-grayscale', '-quality', '90', '-optimize', '-restart', '3B'),
  ffmpeg('mjpeg', 'yuvj420p', '-q:v', '3'),
  ffmpeg('mjpeg', 'yuvj422p', '-q:v', '4'),
  ffmpeg('mjpeg', 'yuvj444p', '-q:v', '5'),
  ffmpeg('mjpeg', 'yuvj420p', '-q:v', '6', '-huffman', 'default'),
];

/** Sizes at which blocks, MCUs and the upsampling of few columns end in different ways. */
const EDGE_SIZES: readonly (readonly [width: number, height: number])[] = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 1],
  [5, 5],
  [6, 3],
  [7, 9],
  [8, 8],
  [9, 8],
  [15, 17],
  [16, 16],
  [17, 15],
  [33, 2],
  [2, 33],
];
const EDGE_KINDS: readonly Encode[] = ['2x2', '2x1', '1x1'].map((sampling) =>
  cjpeg('-sample', sampling, '-quality', '60', '-optimize'),
);

/** What is a JPEG, but not one that the kernel decodes; in the order in which vectors.json lists them. */
const REFUSED: readonly Encode[] = [
  cjpeg('-progressive'),
  cjpeg('-arithmetic'),
  cjpeg('-arithmetic', '-progressive'),
  ffmpeg('ljpeg', 'yuvj420p'),
  cjpeg('-rgb'),
  cjpeg('-sample', '1x2'),
  cjpeg('-sample', '4x1'),
  cjpeg('-sample', '2x2,2x1,1x1'),
];

const random = seededRandom(SEED);
const discs = drawDiscs(random);

async function writeClip(name: string, frames: readonly Promise<Uint8Array>[]): Promise<void> {
  const clip = Buffer.concat(await Promise.all(frames));
  await writeFile(join(CLIPS, `${name}.mjpeg`), clip);
  console.log(`${name}.mjpeg: ${frames.length} frames, ${clip.length} bytes`);
}

for (const [width, height] of [
  [97, 61],
  [320, 240],
] as const) {
  const frames = KINDS.map((encode, i) => encode(picture(width, height, i / KINDS.length, discs, random)));
  await writeClip(`${width}x${height}`, frames);
}
const edges = EDGE_SIZES.flatMap(([width, height]) =>
  EDGE_KINDS.map((encode) => encode(picture(width, height, 0.5, discs, random))),
);
await writeClip('edges', edges);
await writeClip(
  'refused',
  REFUSED.map((encode) => encode(picture(24, 24, 0.5, discs, random))),
);
