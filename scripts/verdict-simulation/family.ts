import { jointVerdicts, MARGIN } from '../../packages/statistics/src/index.ts';
import { CELLS, PARALLEL, TWIN } from './machine.ts';
import type { ComparisonVerdict } from '../../packages/statistics/src/index.ts';
import type { BlockRow, Contrast, Mean } from '../../packages/statistics/src/index.ts';
import type { Method } from './method.ts';
import type { Noise } from './machine.ts';

/** The comparisons of a kernel as `analyse` makes them, with what is true of each. */
export interface Family {
  readonly means: readonly Mean[];
  /** ln(base ÷ subject), in truth. */
  readonly truths: readonly number[];
}

/** How many comparisons are with the base; those between the best cells come after. */
export const WITH_BASE: number = CELLS - 2;

/** Margin on the log scale. */
export const EDGE: number = Math.log1p(MARGIN);

/** A simulated kernel, by its first blocks. */
export class Kernel {
  readonly #logs: Noise;
  readonly #truths: readonly number[];

  /** @param truths ln(base ÷ cell) of each cell */
  constructor(noise: Noise, truths: readonly number[]) {
    this.#logs = noise.map((values, cell) => values.map((value) => value - truths[cell]!));
    this.#truths = truths;
  }

  family(blocks: number, { means }: Method): Family {
    const rows = this.#logs.map((values, cell): BlockRow => {
      const first = values.slice(0, blocks).map((value, block) => [block, value] as const);
      return { values: new Map(first), isBase: cell <= TWIN };
    });
    const pairs = comparedPairs(rows);
    const contrasts = pairs.map(([base, subject]): Contrast => [
      { row: rows[base]!, weight: 1 },
      { row: rows[subject]!, weight: -1 },
    ]);
    return {
      means: means(rows, contrasts, WITH_BASE),
      truths: pairs.map(([base, subject]) => this.#truths[subject]! - this.#truths[base]!),
    };
  }
}

/** Every cell against the base; then the best of each group against the best of the others. */
function comparedPairs(rows: readonly BlockRow[]): readonly (readonly [base: number, subject: number])[] {
  const sums = rows.map(({ values }) => [...values.values()].reduce((sum, value) => sum + value, 0));
  const best = (cells: readonly number[]): number =>
    cells.reduce((fastest, cell) => (sums[cell]! < sums[fastest]! ? cell : fastest));
  const [language, cores, together] = [best([2, 3]), best(PARALLEL.slice(0, 2)), best(PARALLEL.slice(2))];
  return [
    ...rows.flatMap((_, cell) => (cell > TWIN ? [[0, cell] as const] : [])),
    [cores, language],
    [language, together],
    [cores, together],
  ];
}

/** Verdicts of a family at a level, and which of them are wrong. */
export function judge(
  { means, truths }: Family,
  level: number,
): readonly { readonly gain: boolean; readonly wrong: boolean }[] {
  return jointVerdicts(means, { level }).verdicts.map((verdict, index) => ({
    gain: verdict === 'faster' || verdict === 'slightly-faster',
    wrong: isWrong(verdict, truths[index]!),
  }));
}

/** Whether a verdict claims what is not true of a log ratio, where the edge of the margin belongs to it. */
function isWrong(verdict: ComparisonVerdict, truth: number): boolean {
  // The difference of two truths on the edge is there only but for rounding.
  const [edge, none] = [EDGE + 1e-9, 1e-9];
  switch (verdict) {
    case 'faster':
      return truth <= edge;
    case 'slightly-faster':
      return truth <= none;
    case 'same':
      return Math.abs(truth) > edge;
    case 'slightly-slower':
      return truth >= -none;
    case 'slower':
      return truth >= -edge;
    case 'inconclusive':
      return false;
  }
}
