import { BASE_MODE } from '@crossover/model';
import { bar } from './bar.ts';
import { formatHalfWidth, formatPercent } from './ratio.ts';
import { peakSentences } from './peak-sentences.ts';
import { plainText } from './plain-text.ts';
import { saying } from './table.ts';
import { significant } from './significant.ts';
import { symbolsOf } from './symbols.ts';
import type { Column } from './table.ts';
import type { Roofline, RooflinePoint } from '@crossover/model';
import type { Style } from './style.ts';

export const ROOFLINE_TITLE = 'What the machine could do';

/** Columns that a bar has for all that is attainable. */
const BAR_WIDTH = 10;

const GIGA = 1e9;

/**
 * Every lane on a single thread, and of each kernel the cell with several workers that gets the most done; without
 * columns where nothing was measured.
 */
export function rooflineColumns({ points }: Roofline, style: Pick<Style, 'unicode'>): readonly Column[] {
  const symbols = symbolsOf(style);
  const shown = shownPoints(points);
  const workloads = new Set(points.map(({ workload }) => workload)).size;
  const column = (title: string, align: Column['align'], text: (point: RooflinePoint) => string): Column => ({
    title,
    align,
    texts: shown.map((point) => plainText(text(point), style)),
  });
  return saying([
    column('cell', 'left', ({ kernel, workload, lane, place }) =>
      [kernel, ...(workloads > 1 ? [workload] : []), lane, ...(place === BASE_MODE ? [] : [place])].join('/'),
    ),
    column('G/s', 'right', ({ achievedPerSecond }) => significant(achievedPerSecond.estimate / GIGA)),
    column('limit', 'left', roofText),
    column('at', 'right', ({ attainablePerSecond }) => significant(attainablePerSecond / GIGA)),
    column('share', 'right', ({ share }) => formatPercent(share.estimate)),
    column('within', 'right', ({ share }) => formatHalfWidth(share, symbols)),
    column('', 'left', ({ share }) => bar(share, 1, BAR_WIDTH, symbols)),
    column('of scalar', 'right', ({ shareOfScalar }) =>
      shareOfScalar === undefined ? '' : formatPercent(shareOfScalar.estimate),
    ),
  ]);
}

/** What the columns mean, the peaks behind them, what is not in the table, and what the model cannot see. */
export function rooflineSentences(roofline: Roofline, style: Pick<Style, 'unicode'>): readonly string[] {
  const { peaks, kernels, points } = roofline;
  switch (peaks.status) {
    case 'unavailable':
      return [`Not measured, because ${peaks.reason}; ${peaks.remedy}.`];
    case 'failed':
      return [`Not measured, because ${peaks.failure.message}.`];
    case 'ok':
      break;
  }
  const left = kernels.flatMap((work) =>
    work.kind === 'not-counted' ? `${work.kernel}: ${work.reason}` : [],
  );
  const meaning =
    'Arithmetic operations that the algorithm asks for, in thousand millions per second, and what the machine could do with so many threads: the peak of its arithmetic, or what the bandwidth feeds of the nearest place that holds all data, whichever is less (roofline). A lane alone is on a single thread; of cells with several workers the one that gets the most done; the JSON result has all, and the operations per byte. Of scalar: the share of what one number at a time would allow, of lanes without vectors of their own. Within: half the width of its interval, which is that of the time.';
  const blind =
    'The model knows nothing of instructions that wait for each other, of divisions and roots, which take many times as long as the sums that peaks are made of, of branches, nor of data that lie apart; what one instruction does at once, such as rounds of SHA-256, can exceed it.';
  return [
    ...(points.length === 0 ? [] : [meaning]),
    ...peakSentences(peaks, symbolsOf(style)),
    ...(points.length === 0 ? [] : [blind]),
    ...(left.length === 0 ? [] : [`Not counted: ${left.join('; ')}.`]),
  ];
}

function shownPoints(points: readonly RooflinePoint[]): readonly RooflinePoint[] {
  const groups = Map.groupBy(points, ({ kernel, workload }) => `${kernel}/${workload}`);
  return [...groups.values()].flatMap((own) => {
    const [alone, workers] = [own.filter(isAlone), own.filter((point) => !isAlone(point))];
    const best = workers.toSorted((a, b) => b.achievedPerSecond.estimate - a.achievedPerSecond.estimate);
    return alone.concat(best.slice(0, 1));
  });
}

function isAlone({ place }: RooflinePoint): boolean {
  return place === BASE_MODE;
}

function roofText({ roof }: RooflinePoint): string {
  switch (roof.kind) {
    case 'arithmetic':
      return 'arithmetic';
    case 'bandwidth':
      return roof.level;
  }
}
