import { failureOf } from '@crossover/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KERNEL_IDS, loadKernel } from '../../packages/kernels/dist/index.js';
import { clipBytes } from '../../packages/kernels/dist/jpeg-decode/clip.js';
import { bytesOf } from './hostile/input.ts';
import { levenshtein } from './hostile/levenshtein.ts';
import { sha256, xxh64 } from './hostile/messages.ts';
import { viterbi } from './hostile/viterbi.ts';
import { disagreements, lanesHere } from './agreement.ts';
import type { KernelSpec, Parameters } from '@crossover/model';
import type { KernelInput } from './agreement.ts';

/** Kernels that look things up by their input. Those of jpeg-decode's damaged frames have a test of their own. */
const KERNELS = [levenshtein, sha256, viterbi, xxh64];
const RUNS = 25;
const FILES = 15;
/** One seed for all runs, so that nobody's change fails by another's luck. */
const SEED = 1974;
/** More would take too long. */
const MOST_BYTES = 2 ** 22;

describe.each(KERNELS)('$kernel', ({ kernel: id, edges, any }) => {
  test.each(Object.entries(edges))('all lanes are right about %s', async (_, input) => {
    expect(await disagreements(await loadKernel(id), await lanesHere(id), input)).toEqual([]);
  });

  test('all lanes are right about whatever comes', async () => {
    const kernel = await loadKernel(id);
    const lanes = await lanesHere(id);
    const property = fc.asyncProperty(any, async (input) => {
      expect(await disagreements(kernel, lanes, input)).toEqual([]);
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
  });
});

const readers = (await Promise.all(KERNEL_IDS.map(loadKernel))).filter(({ read }) => read !== undefined);

/** Bytes that are something, for some kernel, but for what was done to them. */
const files = fc.oneof(
  bytesOf(fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.nat(2000))),
  fc.tuple(fc.nat(5000), fc.nat(5000), bytesOf(fc.nat(3))).map(([cut, at, patch]) => {
    const clip = clipBytes('97x61');
    const file = clip.slice(0, clip.length - cut);
    file.set(patch, Math.min(at, file.length - patch.length));
    return file;
  }),
  fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }).map((lines) => Buffer.from(lines.join('\n'))),
);

test.each(readers)('$id reads any file, or says why not', async (kernel) => {
  const lanes = await lanesHere(kernel.id);
  const { parameters: asked } = kernel.workloads.smoke;
  let read = 0;
  const tried = async (file: Uint8Array): Promise<void> => {
    const input = readOrRefusal(kernel, Buffer.from(file), asked);
    const bytes = Object.values(input?.inputs ?? {}).reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (input === undefined || bytes > MOST_BYTES) return;
    read++;
    expect(await disagreements(kernel, lanes, input)).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(files, tried), { numRuns: FILES, seed: SEED });
  expect(read).toBeGreaterThan(0);
});

/** What the kernel makes of the file; nothing where it refuses it, as it may by a usage error. */
function readOrRefusal(kernel: KernelSpec, file: Uint8Array, asked: Parameters): KernelInput | undefined {
  try {
    return kernel.read?.(file, asked);
  } catch (error) {
    if (failureOf(error).code === 'usage') return undefined;
    throw error;
  }
}
