import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clipBytes } from '../../packages/kernels/dist/jpeg-decode/clip.js';
import { splitFrames } from '../../packages/kernels/dist/jpeg-decode/motion-jpeg.js';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import { LANES } from '../fixtures/lanes.ts';

const folder = temporaryFolder();
const PIECE = 65_536;
/** No text in any encoding, and longer than a piece. */
const BINARY = Uint8Array.from({ length: PIECE + 3 }, (_, i) => (i * 167) ^ (i >> 8));

/** Verifies a kernel with a file in one thread, and gives the bytes that were kept. */
async function outputOf(kernel: string, file: Uint8Array | string, ...flags: readonly string[]) {
  const [input, output] = ['input', 'output'].map((name) => join(folder, `${kernel}-${name}`));
  writeFileSync(input!, file);
  const args = [
    'verify',
    kernel,
    '--mode',
    'single-thread',
    '--input',
    input!,
    '--output',
    output!,
    ...flags,
  ];
  const { exitCode, stdout, stderr } = await crossover(args);
  expect([exitCode, stderr.replace(/^verifying .*$/m, '').trim()]).toEqual([0, '']);
  for (const lane of LANES) expect(stdout).toMatch(new RegExp(`${kernel}/custom +${lane} +✓`));
  return readFileSync(output!);
}

describe('a file as input', () => {
  test.each([
    ['empty', new Uint8Array(0)],
    ['one NUL', new Uint8Array(1)],
    ['binary and of two pieces', BINARY],
  ])('%s has the SHA-256 that Node finds, in the bytes that --output keeps', async (_, file) => {
    const pieces = [file.subarray(0, PIECE), ...(file.length > PIECE ? [file.subarray(PIECE)] : [])];
    const digests = pieces.map((piece) => createHash('sha256').update(piece).digest('hex'));
    expect((await outputOf('sha256', file)).toString('hex')).toBe(digests.join(''));
  });

  test('is hashed by xxh64 with the seed that was asked for', async () => {
    // The published hash of nothing with seed 0, and what follows for another seed.
    expect((await outputOf('xxh64', '')).toString('hex')).toBe('ef46db3751d8e999');
    const seeded = await outputOf('xxh64', BINARY, '--set', 'hashSeed=4294967295');
    expect(seeded).toHaveLength(16);
    expect(seeded).not.toEqual(await outputOf('xxh64', BINARY));
  });

  test('of lines gives the distance of each pair', async () => {
    const distances = await outputOf('levenshtein', 'kitten\nsitting\n\0\u{1F600}\n\0\n\nabc\nabc');
    expect([...new Uint32Array(new Uint8Array(distances).buffer)]).toEqual([3, 2, 3, 3]);
    expect(await outputOf('levenshtein', '')).toEqual(Buffer.alloc(4));
    expect(await outputOf('levenshtein', BINARY.subarray(0, 999))).not.toHaveLength(0);
  });

  test('of motion JPEG gives all pixels and a status per frame; one frame is a file too', async () => {
    const clip = clipBytes('97x61');
    const frames = splitFrames(clip);
    const bytesPerFrame = 97 * 61 * 3 + 4;
    const whole = await outputOf('jpeg-decode', clip);
    expect(whole).toHaveLength(frames.length * bytesPerFrame);
    const single = await outputOf('jpeg-decode', frames[0]!);
    expect(single).toHaveLength(bytesPerFrame);
    expect(single.subarray(0, 97 * 61 * 3).equals(whole.subarray(0, 97 * 61 * 3))).toBe(true);
  });
});

test('the smallest parameters agree in all lanes and modes', async () => {
  const args = ['verify', 'viterbi', '--set', 'sentences=1,longest=0', '--set', 'vocabulary=1'];
  const { exitCode, stdout } = await crossover([...args, '--workers', '3']);
  for (const lane of LANES) expect(stdout).toMatch(new RegExp(`viterbi/custom +${lane} +✓ +✓ +✓`));
  expect(exitCode).toBe(0);
});

test('an output that cannot be written is an error, and no failed cell', async () => {
  const output = join(folder, 'no', 'such', 'folder');
  const args = ['verify', 'nqueens', '--mode', 'single-thread', '--output', output];
  const { exitCode, stdout, stderr } = await crossover(args);
  expect(stderr).toMatch(/^error: cannot write the output/m);
  expect(stderr).toContain(output);
  expect(stdout).toBe('');
  expect(exitCode).toBe(2);
});

test('the parameters of a run are those that follow from its file', async () => {
  const input = join(folder, 'two-pieces');
  writeFileSync(input, BINARY);
  const args = [
    'sha256',
    '--input',
    input,
    '--mode',
    'single-thread',
    '--lane',
    'typescript',
    '--blocks',
    '2',
  ];
  const { exitCode, stdout } = await crossover(['run', ...args, '--out', join(folder, 'run')]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`count 2, bytes ${BINARY.length}, 2 items`);
});
