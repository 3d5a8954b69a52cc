import { isDeepStrictEqual } from 'node:util';
import { layOut } from '@crossover/model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { loadKernel } from '../../packages/kernels/dist/index.js';
import { LANES } from '../../packages/lanes/dist/index.js';
import { outputBytes, spoilOutputs } from './workload.ts';
import type { Job } from '@crossover/model';

const kernel = await loadKernel('word-count');
const reasons = await Promise.all(LANES.map(async (lane) => await lane.unavailable(kernel.id)));
const lanes = LANES.filter((_, i) => reasons[i] === undefined).map(({ id }) => id);

/** Half surrogate pairs, zeros, spaces that part no words, and strings that a vector does not fill. */
const HOSTILE = [' ', '\t', '\n', '\v', '\f', '\r', 'a', '\0', '\u0085', '\u00a0', 'é', 'ж', '字', '\u3000'];
const strings = fc.array(
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...HOSTILE, '\u{1F600}', '\uD83D', '\uDE00'), size: 'medium' }),
    fc.string({ unit: fc.constantFrom('a', ' '), maxLength: 1200, size: 'max' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' ', '  '.repeat(600), 'long'.repeat(5000), '長い '.repeat(2000)),
  ),
  { minLength: 1, maxLength: 20 },
);

function jobOf(held: readonly string[], lane: string, workers: number): Job {
  const bytes = held.reduce((sum, string) => sum + Buffer.byteLength(string), 0);
  const parameters = { strings: held.length, longest: bytes };
  const inputs = { text: new Uint8Array(bytes), boundaries: new Uint32Array(held.length + 1) };
  inputs.boundaries[held.length] = bytes;
  const layout = layOut(kernel, parameters, inputs);
  return { kernelId: kernel.id, lane, parameters, layout, inputs, held, workers };
}

async function counted(held: readonly string[], lane: string, mode: string, workers: number) {
  const executor = await modeOf(mode).start(jobOf(held, lane, workers));
  try {
    spoilOutputs(kernel, executor.views);
    await executor.run();
    return outputBytes(kernel, executor.views);
  } finally {
    await executor.close();
  }
}

test('all lanes count the same words in hostile strings, as strings or as bytes', async () => {
  expect(lanes.length).toBeGreaterThan(1);
  await fc.assert(
    fc.asyncProperty(strings, async (held) => {
      const answer = await counted(held, 'typescript', 'single-thread', 1);
      for (const lane of lanes) {
        expect(isDeepStrictEqual(await counted(held, lane, 'single-thread', 1), answer)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test.each(['worker-threads', 'processes'])('%s count the same words', async (mode) => {
  await fc.assert(
    fc.asyncProperty(strings, fc.constantFrom(...lanes), async (held, lane) => {
      const answer = await counted(held, 'typescript', 'single-thread', 1);
      expect(isDeepStrictEqual(await counted(held, lane, mode, 2), answer)).toBe(true);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
