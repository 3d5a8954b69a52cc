import type { AttributionBar } from './attribution-bars.ts';
import type { CellPage } from './cell-page.ts';
import type { ClaimCard } from './claim-cards.ts';
import type { Headline } from './headline.ts';
import type { KernelCard } from './kernel-cards.ts';
import type { LeverRow } from './lever-rows.ts';
import type { Matrix } from './matrix.ts';
import type { NextCommand } from '../next-commands.ts';
import type { PageEstimate } from './page-estimate.ts';
import type { PageSection } from './not-measured.ts';
import type { PageTable } from './page-table.ts';
import type { RooflineDots } from './roofline-dots.ts';
import type { RunFact } from './run-facts.ts';
import type { ScalingCurves } from './scaling-curves.ts';
import type { SizeCurves } from './size-curves.ts';

/** All that the page shows of a run: texts, and the numbers that are drawn. JSON holds it as it is. */
export interface PageData {
  readonly headline: Headline;
  /** What must be known before anything is read. */
  readonly warning?: string;
  /** What speed-ups and intervals are. */
  readonly legend: string;
  readonly levers: readonly LeverRow[];
  readonly matrix: Matrix;
  readonly kernels: readonly KernelCard[];
  /** Lanes and modes over all kernels; absent where there is one kernel. */
  readonly overall?: PageTable;
  readonly attribution: PageSection<{ readonly bars: readonly AttributionBar[]; readonly table: PageTable }>;
  readonly sizes: PageSection<SizeCurves>;
  readonly scaling: PageSection<ScalingCurves>;
  readonly bill: PageSection<{ readonly table: PageTable }>;
  readonly floors: PageSection<{ readonly table: PageTable }>;
  readonly claims: PageSection<{ readonly cards: readonly ClaimCard[]; readonly notes: readonly string[] }>;
  readonly roofline: PageSection<RooflineDots>;
  readonly noise: PageNoise;
  /** What the numbers do not say. */
  readonly limits: readonly string[];
  readonly facts: readonly RunFact[];
  readonly next: readonly NextCommand[];
  readonly allCells: PageTable;
  readonly cells: readonly CellPage[];
}

/** How far the numbers can be trusted. */
export interface PageNoise {
  readonly sentences: readonly string[];
  /** Whether there are no verdicts for it. */
  readonly isWithheld: boolean;
  /** As a share; null where nothing can be told from noise. */
  readonly smallestVisible: number | null;
  /** Cells that were measured twice per block: ×1 where noise did nothing. */
  readonly twins: readonly TwinDot[];
}

export interface TwinDot {
  readonly name: string;
  readonly cell: string;
  readonly text: string;
  readonly interval: string;
  readonly estimate: PageEstimate | null;
}
