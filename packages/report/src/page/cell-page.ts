import { covariateSeries, covariateTitle, missingCovariates } from '../details/covariate.ts';
import { factsOf } from '../details/cell-facts.ts';
import { headingOf, workloadOf } from '../kernel-report.ts';
import { markSentences, MOST_TRIALS, placeWords, timeSections } from '../details/cell-details.ts';
import { pageTable } from './page-table.ts';
import { pageText } from './page-text.ts';
import { sampleSeries } from './sample-series.ts';
import { samplesText, warmUpText } from '../details/trial-curves.ts';
import { symbolsOf } from '../symbols.ts';
import { short } from './page-estimate.ts';
import { timeRows } from '../details/time-bars.ts';
import { trialColumns } from '../details/trial-table.ts';
import { trialMarks, trialName } from '../details/trial-marks.ts';
import type { CellDetails, TrialDetails } from '@crossover/model';
import type { CovariateSeries } from '../details/covariate.ts';
import type { PageTable } from './page-table.ts';
import type { SampleSeries } from './sample-series.ts';
import type { TimePart, TimeRow } from '../details/time-bars.ts';

const STYLE = { unicode: true, colour: false };
const SYMBOLS = symbolsOf(STYLE);

/** All about one cell: what `show CELL` prints. */
export interface CellPage {
  readonly id: string;
  readonly title: string;
  readonly workload: string;
  readonly place: string;
  readonly facts: readonly CellFact[];
  readonly notes: readonly string[];
  /** Of parts that took no time there is no row. */
  readonly times: readonly { readonly title: string; readonly rows: readonly PageTime[] }[];
  readonly trials: readonly TrialPage[];
  /** How many trials are not among them. */
  readonly furtherTrials: number;
  /** What else happened during each. */
  readonly table: PageTable;
}

/** A part of some time, with what it is a share of, between 0 and 1. */
export interface PageTime {
  readonly name: string;
  readonly time: string;
  readonly percent: string;
  readonly share: number;
  readonly remark?: string;
}

export interface CellFact {
  readonly name: string;
  readonly text: string;
  readonly isBad: boolean;
}

/** One trial, in the order in which they were measured. */
export interface TrialPage {
  readonly name: string;
  readonly block: number;
  /** Whether it enters the times of the cell. */
  readonly counts: boolean;
  /** What is strange about it. */
  readonly marks: readonly string[];
  readonly warmUpText: string;
  readonly samplesText: string;
  /** Nanoseconds of every operation. */
  readonly warmUp: SampleSeries;
  /** Nanoseconds for an operation, sample by sample. */
  readonly samples: SampleSeries;
  /** What happened besides, sample by sample, where it was not the same in all of them. */
  readonly covariates: readonly CovariatePage[];
}

/** Something that happened besides, sample by sample. */
export interface CovariatePage extends SampleSeries {
  readonly title: string;
  /** Of what is a time, in nanoseconds; absent of what is counted. */
  readonly isTime?: true;
}

/** How many values each series of a cell has; see `fairLimit`. */
export function seriesLengths({ trials }: CellDetails): readonly number[] {
  return trials.slice(0, MOST_TRIALS).flatMap((details) => {
    if (details.kind === 'failed') return [];
    const { warmupNs, samplesNs } = details.trial;
    return [warmupNs.length, samplesNs.length].concat(
      covariateSeries(details.trial).map(({ values }) => values.length),
    );
  });
}

/** @param limit of the values that are shown of each series */
export function cellPage(details: CellDetails, limit: number): CellPage {
  const { cell, kernel, trials } = details;
  const shown = trials.slice(0, MOST_TRIALS);
  const measured = shown.filter((one) => one.kind === 'measured');
  const missing = missingCovariates(measured.map(({ trial }) => trial));
  return {
    id: cell.id,
    title: pageText(headingOf(kernel, STYLE)),
    workload: pageText(workloadOf(kernel, STYLE)),
    place: pageText([`lane ${cell.lane}`, ...placeWords(cell)].join(', ')),
    facts: factsOf(details, SYMBOLS).map(([name, text, bad]) => ({
      name,
      text: pageText(text),
      isBad: bad === true,
    })),
    notes: markSentences(details),
    times:
      cell.status === 'ok'
        ? timeSections(cell, SYMBOLS).map(({ title, parts }) => ({ title, rows: timesOf(parts) }))
        : [],
    trials: shown.map((one) => trialPage(one, cell.id, limit)),
    furtherTrials: trials.length - shown.length,
    table: pageTable(
      'What else happened during each trial',
      measured.length === 0 ? [] : trialColumns(measured, STYLE),
      missing.length > 0 ? [`unavailable in this run: ${missing.join(', ')}`] : [],
    ),
  };
}

function timesOf(parts: readonly TimePart[]): readonly PageTime[] {
  return timeRows(parts, STYLE).flatMap(timeOf);
}

function timeOf({ name, time, percent, share, remark }: TimeRow): readonly PageTime[] {
  if (percent === '') return [];
  return [{ name, time, percent, share: short(share), ...(remark !== '' && { remark }) }];
}

const NO_VALUES: SampleSeries = { values: [] };

function trialPage(details: TrialDetails, cell: string, limit: number): TrialPage {
  const marks = trialMarks(details, cell).map((mark) => pageText(mark));
  const head = {
    name: trialName(details),
    block: details.trial.block,
    counts: details.leftOut === undefined,
  };
  if (details.kind === 'failed') {
    const { message } = details.trial.failure;
    return {
      ...head,
      marks: [pageText(message), ...marks],
      warmUpText: '',
      samplesText: '',
      warmUp: NO_VALUES,
      samples: NO_VALUES,
      covariates: [],
    };
  }
  const { trial, wallNs } = details;
  return {
    ...head,
    marks,
    warmUpText: trial.warmupNs.length === 0 ? '' : warmUpText(trial, SYMBOLS),
    samplesText: wallNs === undefined ? '' : samplesText(trial, wallNs, SYMBOLS),
    warmUp: sampleSeries(trial.warmupNs, limit),
    samples: sampleSeries(trial.samplesNs, limit),
    covariates: covariateSeries(trial).map((series) => covariatePage(series, limit)),
  };
}

function covariatePage({ name, values }: CovariateSeries, limit: number): CovariatePage {
  return {
    title: pageText(covariateTitle(name)),
    ...(name.endsWith('Ns') && { isTime: true }),
    ...sampleSeries(values, limit),
  };
}
