import type { CovariateColumns, Covariates } from '@crossover/model';

/** A record to whose keys the compiler holds: every covariate has its column. */
const FIELDS: Readonly<Record<keyof Covariates, true>> = {
  runQueueNs: true,
  involuntarySwitches: true,
  gcNs: true,
  stealNs: true,
  psiNs: true,
};

/**
 * The covariates of samples as columns, in their order, which take a third of the room of rows.
 * What one sample lacks is null there; what all lack has no column.
 */
export function columnsOf(samples: readonly Covariates[]): CovariateColumns {
  const columns = (Object.keys(FIELDS) as (keyof Covariates)[]).flatMap((field) => {
    const column = samples.map((sample) => sample[field] ?? null);
    return column.every((value) => value === null) ? [] : [[field, column] as const];
  });
  return Object.fromEntries(columns);
}

/** The covariates of all samples together: of those that tell. What all lack is absent. */
export function sumOf(samples: readonly Covariates[]): Covariates {
  const sums = (Object.keys(FIELDS) as (keyof Covariates)[]).flatMap((field) => {
    const values = samples.flatMap((sample) => sample[field] ?? []);
    return values.length === 0 ? [] : [[field, values.reduce((sum, value) => sum + value, 0)] as const];
  });
  return Object.fromEntries(sums);
}
