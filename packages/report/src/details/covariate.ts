import { formatBytes } from '../size.ts';
import { formatDuration } from '../duration.ts';
import { significant } from '../significant.ts';
import type { CompletedTrial } from '@crossover/model';
import type { Symbols } from '../symbols.ts';

/** Names of what a run may record of a trial besides its times; those that it lacks are named as unavailable. */
const EXPECTED = ['stealNs', 'runQueueNs', 'involuntarySwitches', 'psiNs', 'gcNs'] as const;

/** Something that happened besides the work, over a whole trial. */
export interface Covariate {
  /** As it is recorded, with its unit: `runQueueNs`. */
  readonly name: string;
  /** One for each trial; undefined where it was not recorded. */
  readonly values: readonly (number | undefined)[];
}

/** Everything that was recorded of at least one of the trials, whatever it is, in the order in which it is known. */
export function covariatesOf(trials: readonly CompletedTrial[]): readonly Covariate[] {
  const recorded = trials.map(({ covariates }) => new Map<string, unknown>(Object.entries(covariates)));
  const names = new Set([...EXPECTED, ...recorded.flatMap((entries) => [...entries.keys()])]);
  return [...names]
    .map((name) => ({ name, values: recorded.map((entries) => numberIn(entries.get(name))) }))
    .filter(({ values }) => values.some((value) => value !== undefined));
}

/** Names, in words, of what none of the trials recorded. */
export function missingCovariates(trials: readonly CompletedTrial[]): readonly string[] {
  const recorded = new Set(covariatesOf(trials).map(({ name }) => name));
  return EXPECTED.filter((name) => !recorded.has(name)).map(covariateTitle);
}

/** A covariate of each sample of one trial; NaN where it is unknown. */
export interface CovariateSeries {
  readonly name: string;
  readonly values: readonly number[];
}

/** What was recorded sample by sample and is not the same in all of them; of most runs nothing. */
export function covariateSeries(trial: CompletedTrial): readonly CovariateSeries[] {
  const columns = new Map<string, unknown>(Object.entries(trial)).get('samplesCovariates');
  if (typeof columns !== 'object' || columns === null) return [];
  return Object.entries(columns).flatMap(([name, column]: readonly [string, unknown]) => {
    if (!Array.isArray(column) || column.length !== trial.samplesNs.length) return [];
    const values = column.map((value: unknown) => numberIn(value) ?? Number.NaN);
    return values.some((value) => value > 0) ? [{ name, values }] : [];
  });
}

/** A covariate's name in words, without its unit: `run queue`. */
export function covariateTitle(name: string): string {
  if (name === 'psiNs') return 'PSI';
  if (name === 'gcNs') return 'GC';
  const words = name.replace(/(?:Ns|Bytes)$/, '').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.toLowerCase();
}

/** A covariate's value in the unit that its name ends in. */
export function formatCovariate(name: string, value: number | undefined, symbols: Symbols): string {
  if (value === undefined) return symbols.none;
  if (name.endsWith('Ns')) return formatDuration(value, symbols);
  return name.endsWith('Bytes') ? formatBytes(value) : value < 1e6 ? String(value) : significant(value);
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
