import { fakeMode, virtualClock } from '@crossover/executors';
import { defineKernel, layOut } from '@crossover/model';
import { describe, expect, test } from 'vitest';
import { runOnce, takeSamples, warmUp } from './sampler.ts';
import type { FakeScript } from '@crossover/executors';
import type { KernelSpec, WarmUp } from '@crossover/model';
import type { Subject } from './sampler.ts';

const named = { parameters: { size: 4 }, seed: 1, digest: '10', truth: 'the sum of four' };
const kernel: KernelSpec = defineKernel({
  id: 'sum',
  title: 'Sum',
  stresses: 'nothing',
  citation: 'none',
  parameters: { size: { type: 'u32', minimum: 1, maximum: 9, meaning: 'numbers' } },
  scalars: ['size'],
  inputs: {},
  outputs: { values: { element: 'u8', division: { kind: 'stride', elements: 1 } } },
  passes: [{ name: 'sum', reads: [], writes: ['values'] }],
  item: 'number',
  items: ({ size }) => size,
  generate: () => ({}),
  digest: ({ values }) => String(values.reduce((sum, value) => sum + value, 0)),
  workCount: () => ({ kind: 'not-counted', reason: 'it is for tests' }),
  workloads: { smoke: named, small: named, medium: named, large: named },
});

const rule: WarmUp = { fewestOperations: 3, leastNs: 0, mostNs: 10_000, window: 1, tolerance: 0.01 };

/** A subject whose operations go as scripted; without more, they are right and take 100 ns. */
async function subjectOf(script: Partial<FakeScript> = {}): Promise<Subject> {
  const clock = virtualClock();
  const { parameters } = named;
  const mode = fakeMode(clock, {
    wall: () => 100,
    write: ({ values }) => values!.set([1, 2, 3, 4]),
    ...script,
  });
  const layout = layOut(kernel, parameters, {});
  const executor = await mode.start({
    kernelId: 'sum',
    lane: 'any',
    parameters,
    layout,
    inputs: {},
    workers: 2,
  });
  return { kernel, parameters, digest: '10', executor, clock: clock.now, machine: () => ({}) };
}

describe('samples', () => {
  test('are times per operation, batch by batch', async () => {
    const subject = await subjectOf({ wall: (operation) => (operation < 5 ? 100 : 200) });
    const { samplesNs } = await takeSamples(subject, { samples: 2, operationsPerSample: 5 });
    expect(samplesNs).toEqual([100, 200]);
  });

  test('carry CPU time per operation beside wall time', async () => {
    const { cpuNs } = await takeSamples(await subjectOf(), { samples: 3, operationsPerSample: 4 });
    expect(cpuNs).toEqual([200, 200, 200]);
  });

  test('carry phases that add up to the wall time', async () => {
    const subject = await subjectOf({
      shares: { encode: 0.3, dispatch: 0.05, marshal: 0.1, transport: 0.2, collect: 0.15 },
    });
    const { phasesNs } = await takeSamples(subject, { samples: 2, operationsPerSample: 3 });
    const expected = { encode: 30, place: 0, dispatch: 5, compute: 20, marshal: 10, transport: 20, wait: 0 };
    for (const [phase, time] of Object.entries({ ...expected, collect: 15 })) {
      expect(phasesNs[phase as keyof typeof phasesNs]).toBeCloseTo(time);
    }
  });

  test('carry the median time of each pass per operation', async () => {
    const passes = [
      { name: 'sum', reads: [], writes: ['values'] },
      { name: 'check', reads: [], writes: [] },
    ];
    const subject = await subjectOf({
      wall: (operation) => (operation < 4 ? 1000 : 100),
      passes: [0.75, 0.25],
    });
    const { passesNs } = await takeSamples(
      { ...subject, kernel: { ...kernel, passes } },
      { samples: 5, operationsPerSample: 2 },
    );
    expect(passesNs).toEqual([75, 25]);
  });

  test('carry what the counters grew by, of each sample without what lies between them', async () => {
    // Only operations move the executor's counters, and only readings that of the machine: by 1, 10, 100, …
    const subject = await subjectOf({ counters: (operations) => ({ gcNs: 7 * operations }) });
    let readings = 0;
    const machine = () => ({ stealNs: 10 ** readings++ });
    const sampling = { samples: 3, operationsPerSample: 2 };
    const { covariates, samplesCovariates } = await takeSamples({ ...subject, machine }, sampling);
    expect(samplesCovariates).toEqual({ gcNs: [14, 14, 14], stealNs: [9, 900, 90_000] });
    expect(covariates).toEqual({ gcNs: 42, stealNs: 90_909 });
  });

  test('lack what the platform does not tell', async () => {
    const { covariates, samplesCovariates } = await takeSamples(await subjectOf(), {
      samples: 2,
      operationsPerSample: 1,
    });
    expect([covariates, samplesCovariates]).toEqual([{}, {}]);
  });

  test('are each preceded by a collection of garbage where that is asked for, and only there', async () => {
    const collections: number[] = [];
    const subject = await subjectOf({ collect: (operations) => collections.push(operations) });
    await takeSamples(subject, { samples: 3, operationsPerSample: 2 });
    expect(collections).toEqual([]);
    await takeSamples(subject, { samples: 3, operationsPerSample: 2, forceGc: true });
    expect(collections).toEqual([6, 8, 10]);
  });

  test('a wrong answer is an error with both digests, never a time', async () => {
    const subject = await subjectOf({
      write: ({ values }, operation) => values!.set(operation === 2 ? [1, 2, 3, 5] : [1, 2, 3, 4]),
    });
    await expect(takeSamples(subject, { samples: 5, operationsPerSample: 1 })).rejects.toMatchObject({
      failure: { code: 'wrong-digest', digests: { expected: '10', actual: '11' } },
    });
  });

  test('an operation that does nothing is found out, because outputs are cleared before it', async () => {
    const subject = await subjectOf({
      write: ({ values }, operation) => {
        if (operation === 0) values!.set([1, 2, 3, 4]);
      },
    });
    await expect(takeSamples(subject, { samples: 2, operationsPerSample: 1 })).rejects.toMatchObject({
      failure: { digests: { expected: '10', actual: '0' } },
    });
  });

  test('a failure of the executor is passed on as it is', async () => {
    const failure = { code: 'worker-ended', message: 'gone' } as const;
    const subject = await subjectOf({ failure: (operation) => (operation === 3 ? failure : undefined) });
    await expect(takeSamples(subject, { samples: 5, operationsPerSample: 1 })).rejects.toMatchObject({
      failure,
    });
  });
});

describe('warm-up of an executor', () => {
  test('goes on until operations take the same time, and keeps them all', async () => {
    const subject = await subjectOf({ wall: (operation) => Math.max(100, 500 - 100 * operation) });
    expect(await warmUp(subject, rule)).toEqual({
      operationsNs: [500, 400, 300, 200, 100, 100],
      steady: true,
    });
  });

  test('checks the first answer', async () => {
    const subject = await subjectOf({
      write: ({ values }, operation) => values!.fill(operation === 0 ? 1 : 2.5),
    });
    await expect(warmUp(subject, rule)).rejects.toMatchObject({ failure: { code: 'wrong-digest' } });
  });
});

describe('a single run', () => {
  test('gives the digest, whatever it is, when the answer is still to be found', async () => {
    const { digest: _, ...unknown } = await subjectOf({ write: ({ values }) => values!.fill(2) });
    expect(await runOnce(unknown)).toBe('8');
  });
});
