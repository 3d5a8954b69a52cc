import { isPlain, standingOf, STANDINGS } from '@crossover/model';
import { KERNEL_IDS } from '@crossover/kernels';
import { describe, expect, it } from 'vitest';
import { laneOf, LANES, lanesOf } from './catalogue.ts';

const plain = LANES.filter(({ standing }) => standing === 'plain');

describe('the lanes', () => {
  it('have names that tell their standing', () => {
    expect(LANES.filter(({ id, standing }) => standingOf(id) !== standing)).toStrictEqual([]);
    expect(LANES.filter(({ id }) => isPlain(id))).toStrictEqual(plain);
  });

  it('have each a place of its own: the plain ones first, then the tuned ones, then the extra ones', () => {
    expect(LANES.map(({ order }) => order)).toStrictEqual(LANES.map((_, index) => index));
    const ranks = LANES.map(({ standing }) => STANDINGS.indexOf(standing));
    expect(ranks).toStrictEqual(ranks.toSorted((a, b) => a - b));
  });

  it('have each a source of its own', () => {
    expect(new Set(LANES.map(({ source }) => source)).size).toBe(LANES.length);
  });

  it('are tuned versions of plain ones, where they are tuned', () => {
    const bases = LANES.filter(({ standing }) => standing === 'tuned').map(({ id }) =>
      id.slice(0, id.indexOf('-')),
    );
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
  it('are the plain ones, and of the others those that it has a source for', async () => {
    const belonging = lanesOf(kernelId);
    expect(belonging).toEqual(expect.arrayContaining(plain));
    for (const lane of LANES.filter((candidate) => !belonging.includes(candidate))) {
      await expect(lane.unavailable(kernelId)).resolves.toMatchObject({
        reason: `${kernelId} has no ${lane.standing} lane ${lane.id}: there is no ${lane.source} in its folder`,
      });
    }
  });
});
