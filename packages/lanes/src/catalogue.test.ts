import { isTuned } from '@crossover/model';
import { KERNEL_IDS } from '@crossover/kernels';
import { describe, expect, it } from 'vitest';
import { laneOf, LANES, lanesOf } from './catalogue.ts';

const plain = LANES.filter(({ tuned }) => !tuned);

describe('the lanes', () => {
  it('have names that tell the tuned ones from the plain ones', () => {
    expect(LANES.filter(({ id, tuned }) => isTuned(id) !== tuned)).toStrictEqual([]);
  });

  it('have each a place of its own, the plain ones before the tuned ones', () => {
    expect(LANES.map(({ order }) => order)).toStrictEqual(LANES.map((_, index) => index));
    expect(LANES.slice(0, plain.length)).toStrictEqual(plain);
  });

  it('have each a source of its own', () => {
    expect(new Set(LANES.map(({ source }) => source)).size).toBe(LANES.length);
  });

  it('are tuned versions of plain ones', () => {
    const bases = LANES.filter(({ tuned }) => tuned).map(({ id }) => id.slice(0, id.indexOf('-')));
    expect(plain.map(({ id }) => id)).toEqual(expect.arrayContaining(bases));
  });

  it('are refused by a name that there is not, with those that there are', () => {
    const hint = `one of: ${LANES.map(({ id }) => id).join(', ')}`;
    expect(() => laneOf('cobol')).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ hint }) }),
    );
  });
});

describe.each(KERNEL_IDS)('the lanes of %s', (kernelId) => {
  it('are the plain ones, and the tuned ones that it has a source for', async () => {
    const belonging = lanesOf(kernelId);
    expect(belonging).toEqual(expect.arrayContaining(plain));
    for (const lane of LANES.filter((candidate) => !belonging.includes(candidate))) {
      await expect(lane.unavailable(kernelId)).resolves.toMatchObject({
        reason: `${kernelId} is not tuned: it has no ${lane.source}`,
      });
    }
  });
});
