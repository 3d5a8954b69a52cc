// A second witness for what kernels say that they compute: programs that follow the definitions, and count.
import { WORKLOAD_NAMES } from '@crossover/model';
import { describe, expect, it, test } from 'vitest';
import { KERNEL_IDS, loadKernel } from './catalogue.ts';
import { INITIAL_STATE, ROUND_CONSTANTS } from './sha256/params.ts';
import { seededRandom } from './random.ts';
import { xxh64Arithmetic } from './xxh64/work-count.ts';
import type { KernelSpec, Parameters, Views } from '@crossover/model';

/** Arithmetic of a kernel on an input, as it says itself. */
function told(kernel: KernelSpec, parameters: Parameters, inputs: Views = {}): number {
  const work = kernel.workCount(parameters, inputs);
  if (work.kind === 'not-counted') throw new Error(work.reason);
  return work.arithmetic;
}

test.each(KERNEL_IDS)('%s counts its work in every workload, or says why not', async (id) => {
  const kernel = await loadKernel(id);
  for (const name of WORKLOAD_NAMES.filter((one) => one !== 'large')) {
    const { parameters, seed } = kernel.workloads[name];
    const work = kernel.workCount(parameters, kernel.generate(parameters, seededRandom(seed)));
    const { arithmetic, words } =
      work.kind === 'counted'
        ? { arithmetic: work.arithmetic, words: work.what }
        : { arithmetic: 1, words: work.reason };
    expect(arithmetic).toSatisfy((count: number) => Number.isSafeInteger(count) && count > 0);
    expect(words).not.toBe('');
  }
});

describe('what is counted is what the definition computes', () => {
  it('of SHA-256, for one block and for what the padding makes two of', async () => {
    const kernel = await loadKernel('sha256');
    const block = countingSha256(new TextEncoder().encode('abc'));
    expect(block.digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const lengths = [3, 55, 56, 64, 119, 120];
    const blocks = [1, 1, 2, 2, 2, 3];
    for (const [i, length] of lengths.entries()) {
      const boundaries = Uint32Array.of(7, 7 + length);
      expect(told(kernel, {}, { boundaries })).toBe(blocks[i]! * block.operations);
    }
  });

  it('of XXH64, step by step', () => {
    // Without a stripe: a start, the length, no rest, the avalanche.
    expect(xxh64Arithmetic(Uint32Array.of(0, 0))).toBe(1 + 1 + 8);
    // 39 bytes: one stripe, the four accumulators, then a rest of four bytes and three single ones.
    expect(xxh64Arithmetic(Uint32Array.of(0, 39))).toBe(4 + 16 + 31 + 1 + 5 + 3 * 4 + 8);
    // A rest of eight bytes.
    expect(xxh64Arithmetic(Uint32Array.of(0, 8, 16))).toBe(2 * (1 + 1 + 7 + 8));
  });

  it('of orbits in the Mandelbrot set', async () => {
    const kernel = await loadKernel('mandelbrot');
    const size = 200;
    let operations = 0;
    for (let point = 0; point < size * size; point++) {
      const [cr, ci] = [(2 * (point % size)) / size - 1.5, (2 * Math.floor(point / size)) / size - 1];
      let [zr, zi] = [0, 0];
      for (let i = 0; i < 50 && zr * zr + zi * zi <= 4; i++) {
        [zr, zi] = [zr * zr - zi * zi + cr, 2 * zr * zi + ci];
        operations += 9;
      }
    }
    expect(told(kernel, { size })).toBe(operations);
    expect(kernel.workCount({ size: 8 }, {})).toMatchObject({ kind: 'not-counted' });
  });

  it('of bodies: pairs, moves, and the energy before and after', async () => {
    const kernel = await loadKernel('nbody');
    const [without, one, two] = [0, 1, 2].map((steps) => told(kernel, { systems: 1, steps }));
    // Energies: ½ m v² for five bodies, m m ÷ r for ten pairs.
    expect(without).toBe(2 * (5 * 8 + 10 * 12));
    expect([one! - without!, two! - one!]).toEqual([320, 320]);
    expect(told(kernel, { systems: 7, steps: 2 })).toBe(7 * two!);
  });

  it('of tags on words, and of cells between strings', async () => {
    const viterbi = await loadKernel('viterbi');
    let operations = 0;
    for (const words of [0, 1, 4]) {
      if (words > 0) operations += 9;
      for (let word = 1; word < words; word++) {
        for (let tag = 0; tag < 9; tag++) operations += 9 + 8 + 1;
      }
      if (words > 0) operations += 8;
    }
    expect(told(viterbi, {}, { boundaries: Uint32Array.of(0, 0, 1, 5) })).toBe(operations);
    const [leftBoundaries, rightBoundaries] = [Uint32Array.of(0, 3, 5), Uint32Array.of(0, 7, 7)];
    const levenshtein = await loadKernel('levenshtein');
    expect(told(levenshtein, {}, { leftBoundaries, rightBoundaries })).toBe(6 * 21);
  });
});

/** The digest of a message of one block, and how many operations on words it took. */
function countingSha256(message: Uint8Array): { readonly digest: string; readonly operations: number } {
  let operations = 0;
  const counted = (word: number): number => {
    operations++;
    return word >>> 0;
  };
  const add = (first: number, ...others: readonly number[]): number =>
    others.reduce((sum, other) => counted(sum + other), first);
  const xor = (first: number, ...others: readonly number[]): number =>
    others.reduce((bits, other) => counted(bits ^ other), first);
  const rotate = (word: number, by: number): number => counted((word >>> by) | (word << (32 - by)));
  const and = (a: number, b: number): number => counted(a & b);
  const sigma = (word: number, a: number, b: number, shift: number): number =>
    xor(rotate(word, a), rotate(word, b), counted(word >>> shift));
  const sum = (word: number, a: number, b: number, c: number): number =>
    xor(rotate(word, a), rotate(word, b), rotate(word, c));

  const bytes = new DataView(new ArrayBuffer(64));
  message.forEach((byte, i) => bytes.setUint8(i, byte));
  bytes.setUint8(message.length, 0x80);
  bytes.setUint32(60, message.length * 8);
  const words = Array.from({ length: 16 }, (_, i) => bytes.getUint32(4 * i));
  for (let t = 16; t < 64; t++) {
    const [late, early] = [sigma(words[t - 2]!, 17, 19, 10), sigma(words[t - 15]!, 7, 18, 3)];
    words.push(add(late, words[t - 7]!, early, words[t - 16]!));
  }
  let [a, b, c, d, e, f, g, h] = [...INITIAL_STATE] as State;
  for (let t = 0; t < 64; t++) {
    const choice = xor(and(e, f), and(counted(~e), g));
    const first = add(h, sum(e, 6, 11, 25), choice, ROUND_CONSTANTS[t]!, words[t]!);
    const second = add(sum(a, 2, 13, 22), xor(and(a, b), and(a, c), and(b, c)));
    [h, g, f, e, d, c, b, a] = [g, f, e, add(d, first), c, b, a, add(first, second)];
  }
  const state = [a, b, c, d, e, f, g, h].map((word, i) => add(word, INITIAL_STATE[i]!));
  return { digest: state.map((word) => word.toString(16).padStart(8, '0')).join(''), operations };
}

/** a to h. */
type State = [number, number, number, number, number, number, number, number];
