import { KERNEL_IDS, loadKernel } from '@crossover/kernels';
import { failureOf } from '@crossover/model';
import { describe, expect, it } from 'vitest';
import { checkAgreement, checkParameters } from './parameters.ts';
import type { Failure } from '@crossover/model';

const kernel = await loadKernel('mandelbrot');

function failureFrom(check: () => void): Failure | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

describe('parameters', () => {
  it.each(KERNEL_IDS)('of every workload of %s lie in its bounds', async (id) => {
    const checked = await loadKernel(id);
    for (const { parameters } of Object.values(checked.workloads)) {
      expect(failureFrom(() => checkParameters(checked, parameters, '--set'))).toBeUndefined();
    }
  });

  it.each([
    [{ size: 0 }, 'size = 0 is not a multiple of 8 from 8 to 32000'],
    [{ size: 12 }, 'size = 12 is not a multiple of 8'],
    [{ size: 8.5 }, 'size = 8.5 is not a multiple of 8'],
    [{ size: Number.NaN }, 'size = NaN is not'],
    [{ size: 32_008 }, 'size = 32008 is not'],
    [{ depth: 8 }, 'mandelbrot has no parameter depth'],
    [{ toString: 8 }, 'mandelbrot has no parameter toString'],
    [JSON.parse('{"__proto__": 8}'), 'mandelbrot has no parameter __proto__'],
  ])('%o are refused', (parameters, message) => {
    const failure = failureFrom(() => checkParameters(kernel, parameters, '--set'));
    expect(failure?.code).toBe('usage');
    expect(failure?.message).toContain(message);
  });

  it('that any whole number can be are called so', async () => {
    const nbody = await loadKernel('nbody');
    const failure = failureFrom(() => checkParameters(nbody, { systems: 0 }, '--set'));
    expect(failure).toMatchObject({
      message: 'systems = 0 is not a whole number from 1 to 1048576',
      where: '--set, nbody: number of solar systems',
    });
  });

  it('that contradict the input file are refused', () => {
    const followed = { count: 2, bytes: 70_000, hashSeed: 5 };
    expect(failureFrom(() => checkAgreement({ hashSeed: 5, count: 2 }, followed, 'file'))).toBeUndefined();
    expect(failureFrom(() => checkAgreement({ hashSeed: 5, count: 3 }, followed, 'file'))).toMatchObject({
      code: 'usage',
      message: 'count = 3 contradicts the input file, from which count = 2 follows',
      where: 'file',
    });
  });
});
