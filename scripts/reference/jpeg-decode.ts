// Truth of every jpeg-decode workload from libjpeg-turbo, and of single frames for vectors.json:
// apt-get install libjpeg-turbo-progs ffmpeg && node --conditions=source scripts/reference/jpeg-decode.ts
// djpeg decodes every frame that a workload contains, and coreutils' md5sum hashes its samples in order. ffmpeg's own
// decoder is a second witness for the luma of grey frames, the only thing that it computes in almost the same way: its
// inverse DCT rounds otherwise, so that samples may differ by 1.
import { execa } from 'execa';
import { clipBytes } from '../../packages/kernels/src/jpeg-decode/clip.ts';
import { frameSize, splitFrames } from '../../packages/kernels/src/jpeg-decode/motion-jpeg.ts';
import { loadKernel, seededRandom } from '../../packages/kernels/src/index.ts';
import { WORKLOAD_NAMES } from '../../packages/model/src/index.ts';

/** Clips whose frames stand in vectors.json one by one. */
const CLIPS = ['97x61', '320x240', 'edges'];

/** Samples are bytes, of which the last may well be that of a newline. */
const BYTES = { encoding: 'buffer', stripFinalNewline: false } as const;

const known = new Map<string, Buffer>();

/** The samples of a frame: red, green and blue in turn. Upsampling is "fancy", as is djpeg's default. */
async function samplesOf(frame: Uint8Array): Promise<Buffer> {
  const key = Buffer.from(frame).toString('base64');
  const before = known.get(key);
  if (before !== undefined) return before;
  const options = ['-dct', 'int', '-rgb', '-pnm'];
  const { stdout } = await execa('djpeg', options, { ...BYTES, input: frame });
  const { width, height } = frameSize(frame)!;
  const samples = Buffer.from(stdout).subarray(stdout.length - width * height * 3);
  known.set(key, samples);
  return samples;
}

async function md5sum(input: Uint8Array): Promise<string> {
  return (await execa('md5sum', [], { input })).stdout.slice(0, 32);
}

/** By how much ffmpeg's luma of a grey frame differs at most; nothing for other frames. */
async function ffmpegDiffers(frame: Uint8Array, samples: Buffer): Promise<number | undefined> {
  if (samples.some((sample, i) => sample !== samples[i - (i % 3)])) return undefined;
  const source = ['-loglevel', 'error', '-idct', 'int', '-f', 'image2pipe', '-c:v', 'mjpeg', '-i', '-'];
  const options = [...source, '-f', 'rawvideo', '-pix_fmt', 'gray', '-'];
  const { stdout } = await execa('ffmpeg', options, { ...BYTES, input: frame });
  return stdout.reduce((most, luma, i) => Math.max(most, Math.abs(luma - samples[3 * i]!)), 0);
}

const { stderr: version } = await execa('djpeg', ['-version']);
console.log(version.split('\n', 1)[0]);
for (const clip of CLIPS) {
  for (const [i, frame] of splitFrames(clipBytes(clip)).entries()) {
    const samples = await samplesOf(frame);
    const witness = clip === 'edges' ? undefined : await ffmpegDiffers(frame, samples);
    const remark = witness === undefined ? '' : ` ffmpeg within ${witness}`;
    console.log(`${clip} ${i} ${await md5sum(samples)}${remark}`);
  }
}
const kernel = await loadKernel('jpeg-decode');
for (const name of WORKLOAD_NAMES) {
  const { parameters, seed } = kernel.workloads[name];
  const { clip, boundaries } = kernel.generate(parameters, seededRandom(seed));
  const pixels: Buffer[] = [];
  for (let i = 0; i < kernel.items(parameters); i++) {
    pixels.push(await samplesOf((clip as Uint8Array).subarray(boundaries![i], boundaries![i + 1])));
  }
  console.log(
    `${name} ${pixels.length} of ${pixels.length} frames, md5 ${await md5sum(Buffer.concat(pixels))}`,
  );
}
