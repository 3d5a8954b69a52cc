import { loadKernel, seededRandom } from '@crossover/kernels';
import { layOut, nanoseconds } from '@crossover/model';
import { expect, test } from 'vitest';
import { modeOf } from './catalogue.ts';
import { encodingFirst } from './encoding.ts';
import { fakeMode, virtualClock } from './fake.ts';
import type { Held, Job, Mode } from '@crossover/model';

const kernel = await loadKernel('word-count');
const { parameters, seed, digest } = kernel.workloads.smoke;
const inputs = kernel.generate(parameters, seededRandom(seed));
const held = kernel.held!.decode(inputs);
const job = {
  kernelId: kernel.id,
  lane: 'typescript',
  parameters,
  layout: layOut(kernel, parameters, inputs),
  inputs,
  workers: 1,
};

/** A mode that notes the jobs that it is given, and counts words by the text that it finds in its arena. */
function notingMode(): { readonly mode: Mode; readonly jobs: Job[] } {
  const jobs: Job[] = [];
  const fake = fakeMode(virtualClock(), {
    wall: () => 100,
    write: (views) => {
      const texts = kernel.held!.decode({ text: views['text']!, boundaries: views['boundaries']! });
      views['counts']!.set(texts.map((text) => text.match(/[^ \t\n\v\f\r]+/g)?.length ?? 0));
    },
  });
  return { jobs, mode: { ...fake, start: (given) => (jobs.push(given), fake.start(given)) } };
}

test('an operation begins by encoding what the program holds, and the mode is given nothing else', async () => {
  const { mode, jobs } = notingMode();
  const executor = await encodingFirst(mode).start({ ...job, held });
  expect(jobs).toEqual([{ ...job, inputs: {} }]);
  expect(executor.views['text']!.every((byte) => byte === 0)).toBe(true);
  const { encode, ...others } = await executor.run();
  expect(encode).toBeGreaterThan(0);
  const rest = { place: 0, dispatch: 0, marshal: 0, transport: 0, wait: 0, collect: 0 };
  expect(others).toEqual({ ...rest, compute: 100, passes: [100] });
  expect(kernel.digest(executor.views, parameters)).toBe(digest);
  expect(executor.views['text']).toEqual(inputs['text']!.slice());
});

test('every operation encodes again', async () => {
  const changing = [...held];
  const executor = await encodingFirst(notingMode().mode).start({ ...job, held: changing });
  await executor.run();
  const before = executor.views['counts']![3];
  changing[3] = ' '.repeat(changing[3]!.length);
  await executor.run();
  expect([before, executor.views['counts']![3]]).toEqual([1, 0]);
});

test('nothing is encoded where the lane reads what is held in the thread that holds it', async () => {
  const executor = await modeOf('single-thread').start({ ...job, held });
  const { encode } = await executor.run();
  expect(encode).toBe(nanoseconds(0));
  expect(executor.views['text']!.every((byte) => byte === 0)).toBe(true);
  expect(kernel.digest(executor.views, parameters)).toBe(digest);
});

test('a lane that cannot read what is held has it encoded in that thread, too', async () => {
  const { mode, jobs } = notingMode();
  await encodingFirst({ ...mode, inCallingThread: true }).start({ ...job, lane: 'rust', held });
  expect(jobs[0]).not.toHaveProperty('held');
});

test('a program that holds nothing cannot run a kernel that is about it', async () => {
  await expect(modeOf('single-thread').start(job)).rejects.toMatchObject({ failure: { code: 'internal' } });
});

test('other kernels get their inputs as ever', async () => {
  const { mode, jobs } = notingMode();
  const nothing: Held = [];
  const other = { ...job, kernelId: 'sha256' };
  await encodingFirst(mode).start({ ...other, held: nothing });
  expect(jobs).toEqual([other]);
});
