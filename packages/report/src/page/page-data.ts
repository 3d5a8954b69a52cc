import { allCells } from './cell-table.ts';
import { attributionBars, attributionTable } from './attribution-bars.ts';
import { billColumns, billSentences, BILL_TITLE } from '../bill-table.ts';
import { cellPage, seriesLengths } from './cell-page.ts';
import { CLAIM_CASES_NOTE, claimCards } from './claim-cards.ts';
import { claimsLegend } from '../claims/claims-summary.ts';
import { effortSentences, noiseSentences } from '../noise-report.ts';
import { fairLimit } from './sample-series.ts';
import { finiteOrNull, intervalText, pageEstimate, ratioText } from './page-estimate.ts';
import { floorColumns, floorSentences, FLOORS_TITLE } from '../floor-table.ts';
import { headlineOf } from './headline.ts';
import { kernelCard } from './kernel-cards.ts';
import { legendOf } from '../legend.ts';
import { leverRow } from './lever-rows.ts';
import { limitsOf } from '../limits.ts';
import { matrixOf } from './matrix.ts';
import { mixtureWarning } from '../machine.ts';
import { namedViews } from './named-view.ts';
import { nextCommands } from '../next-commands.ts';
import { notMeasured } from './not-measured.ts';
import { overallColumns, overallLegend } from '../overall-table.ts';
import { pageTable } from './page-table.ts';
import { pageText } from './page-text.ts';
import { rooflineDots } from './roofline-dots.ts';
import { runFacts } from './run-facts.ts';
import { scalingCurves } from './scaling-curves.ts';
import { sizeCurves } from './size-curves.ts';
import { symbolsOf } from '../symbols.ts';
import type { CellDetails, Result } from '@crossover/model';
import type { NamedView } from './named-view.ts';
import type { Origin } from '../next-commands.ts';
import type { PageData, PageNoise } from './page-contents.ts';

const STYLE = { unicode: true };
const SYMBOLS = symbolsOf(STYLE);

/** So many times of operations fit on a page that can be sent by mail. */
const VALUES_ON_PAGE = 70_000;

/**
 * All that the page shows, with every word and judgement made: plain data, free of what JSON cannot hold.
 * @param details of every cell, in the order of the result
 */
export function pageData(result: Result, details: readonly CellDetails[], origin: Origin = {}): PageData {
  const views = namedViews(result);
  const { breakEven, scaling, overall = [] } = result;
  const bars = attributionBars(views);
  const limit = fairLimit(details.flatMap(seriesLengths), VALUES_ON_PAGE);
  const warning = mixtureWarning(result);
  return {
    headline: headlineOf(result, views),
    ...(warning !== undefined && { warning: pageText(warning) }),
    legend: legendOf(result),
    levers: views.map(leverRow),
    matrix: matrixOf(views),
    kernels: views.map((view) => kernelCard(view, result.fingerprint.cores)),
    ...(overall.length > 0 && {
      overall: pageTable('Over all kernels', overallColumns(overall, SYMBOLS), [overallLegend(overall)]),
    }),
    attribution:
      bars.length === 0
        ? notMeasured('attribution', result, origin)
        : { kind: 'measured', bars, table: attributionTable(bars) },
    sizes: breakEven ? { kind: 'measured', ...sizeCurves(breakEven) } : notMeasured('sizes', result, origin),
    scaling: scaling
      ? { kind: 'measured', ...scalingCurves(scaling) }
      : notMeasured('scaling', result, origin),
    ...costs(result, origin),
    claims: result.claims
      ? {
          kind: 'measured',
          cards: claimCards(result.claims, origin),
          notes: [claimsLegend(result.claims), CLAIM_CASES_NOTE],
        }
      : notMeasured('claims', result, origin),
    roofline: result.roofline
      ? { kind: 'measured', ...rooflineDots(result.roofline) }
      : notMeasured('roofline', result, origin),
    noise: noiseOf(result, views),
    limits: limitsOf(result).map(pageText),
    facts: runFacts(result),
    next: nextCommands(result, origin),
    allCells: allCells(views),
    cells: details.map((one) => cellPage(one, limit)),
  };
}

function costs(result: Result, origin: Origin): Pick<PageData, 'bill' | 'floors'> {
  const { bill, floors = [] } = result;
  return {
    bill: bill
      ? {
          kind: 'measured',
          table: pageTable(BILL_TITLE, billColumns(bill, floors, STYLE), billSentences(bill)),
        }
      : notMeasured('bill', result, origin),
    floors:
      floors.length > 0
        ? {
            kind: 'measured',
            table: pageTable(FLOORS_TITLE, floorColumns(floors, STYLE), floorSentences(floors)),
          }
        : notMeasured('floors', result, origin),
  };
}

function noiseOf({ noise, effort }: Result, views: readonly NamedView[]): PageNoise {
  const nameOf = (cell: string): string =>
    views.find(({ rows }) => rows.some((row) => row.cell.id === cell))?.name ?? pageText(cell);
  return {
    sentences: [...noiseSentences(noise, SYMBOLS), ...effortSentences(effort)],
    isWithheld: noise.verdictsWithheld,
    smallestVisible: noise.smallestVisible < 1e3 ? finiteOrNull(noise.smallestVisible) : null,
    twins: noise.twins.map(({ cell, ratio }) => ({
      name: nameOf(cell),
      cell,
      text: ratioText(ratio),
      interval: intervalText(ratio),
      estimate: pageEstimate(ratio),
    })),
  };
}
