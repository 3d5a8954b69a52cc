import { arithmeticText, bandwidthText } from '../peak-sentences.ts';
import { finiteOrNull, pageEstimate, ratioText, short } from './page-estimate.ts';
import { formatPercent } from '../ratio.ts';
import { pageTable } from './page-table.ts';
import { pageText } from './page-text.ts';
import { rooflineColumns, rooflineSentences, ROOFLINE_TITLE } from '../roofline-table.ts';
import { significant } from '../significant.ts';
import type { Estimate, PeakRate, Peaks, Roofline, RooflinePoint } from '@crossover/model';
import type { PageEstimate } from './page-estimate.ts';
import type { PageTable } from './page-table.ts';

const STYLE = { unicode: true };
const GIGA = 1e9;

/** How near cells come to what the machine can do. Nothing is drawn where its peaks were not measured. */
export interface RooflineDots {
  readonly dots: readonly RooflineDot[];
  /** What arithmetic allows, whatever the data, in thousand million operations per second. */
  readonly ceilings: readonly PeakLine[];
  /** What bandwidth feeds, in GB/s: operations per second for one operation per byte. */
  readonly slopes: readonly PeakLine[];
  readonly table: PageTable;
}

export interface PeakLine {
  readonly name: string;
  readonly threads: number;
  readonly giga: number;
}

export interface RooflineDot {
  readonly cell: string;
  readonly kernel: string;
  readonly lane: string;
  readonly place: string;
  readonly threads: number;
  /** Arithmetic operations per byte. */
  readonly intensity: number | null;
  /** Thousand million operations per second. */
  readonly achieved: PageEstimate | null;
  /** What it achieves, of what, in words. */
  readonly text: string;
}

export function rooflineDots(roofline: Roofline): RooflineDots {
  const { peaks, points } = roofline;
  const columns = rooflineColumns(roofline, STYLE);
  return {
    ...linesOf(peaks),
    dots: points.map(dotOf),
    // The page has better bars.
    table: pageTable(
      ROOFLINE_TITLE,
      columns.filter(({ title }) => title !== ''),
      rooflineSentences(roofline, STYLE),
    ),
  };
}

function linesOf(peaks: Peaks): Pick<RooflineDots, 'ceilings' | 'slopes'> {
  if (peaks.status !== 'ok') return { ceilings: [], slopes: [] };
  return {
    ceilings: peaks.arithmetic.flatMap((peak) => lineOf(arithmeticText(peak), peak)),
    slopes: peaks.bandwidth.flatMap((peak) => lineOf(bandwidthText(peak), peak)),
  };
}

function lineOf(name: string, { threads, bestPerSecond }: PeakRate): readonly PeakLine[] {
  const giga = finiteOrNull(bestPerSecond / GIGA);
  if (giga === null || giga <= 0) return [];
  return [{ name: pageText(name), threads, giga: short(giga) }];
}

function dotOf({
  cell,
  kernel,
  lane,
  place,
  threads,
  intensity,
  achievedPerSecond,
  share,
}: RooflinePoint): RooflineDot {
  const achieved = inGiga(achievedPerSecond);
  const of = Number.isFinite(share.estimate) ? formatPercent(share.estimate) : ratioText(share);
  return {
    cell,
    kernel: pageText(kernel),
    lane: pageText(lane),
    place: pageText(place),
    threads,
    intensity: intensity > 0 ? finiteOrNull(short(intensity)) : null,
    achieved,
    text: `${achieved === null ? '' : significant(achieved.estimate)} thousand million operations per second, ${of} of what is attainable`,
  };
}

function inGiga({ estimate, low, high }: Estimate): PageEstimate | null {
  return pageEstimate({ estimate: estimate / GIGA, low: low / GIGA, high: high / GIGA });
}
