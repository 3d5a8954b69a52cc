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
