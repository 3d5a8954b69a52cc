import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from './covariate-columns.ts';
import type { Covariates } from '@crossover/model';

const amount = fc.nat();
const anyCovariates: fc.Arbitrary<Covariates> = fc.record(
  { runQueueNs: amount, involuntarySwitches: amount, gcNs: amount, stealNs: amount, psiNs: amount },
  { requiredKeys: [] },
);

test('a column is as long as there are samples, with null where one of them says nothing', () => {
  const columns = columnsOf([{ stealNs: 1, gcNs: 0 }, { gcNs: 2 }, { stealNs: 3, gcNs: 4 }]);
  expect(columns).toEqual({ stealNs: [1, null, 3], gcNs: [0, 2, 4] });
});

test('columns hold what the samples hold, and what none of them has is no column', () => {
  fc.assert(
    fc.property(fc.array(anyCovariates, { maxLength: 8 }), (samples) => {
      const columns = Object.entries(columnsOf(samples));
      const rows = samples.map((_, index) =>
        Object.fromEntries(
          columns.map(([field, column]) => [field, column[index]]).filter(([, value]) => value !== null),
        ),
      );
      expect(rows).toEqual(samples);
    }),
  );
});
