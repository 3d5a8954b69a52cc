import { geometricMean, median } from '@crossover/statistics';
import { shareOf } from './share.ts';
import type { Estimate } from '@crossover/model';
import type { Comparison, Question } from './comparison.ts';
import type { Share } from './share.ts';
import type { Tool } from './tool.ts';

/** How a tool did on one question, over all the times that it was asked. */
export interface Outcome extends Question {
  readonly tool: Tool;
  /** Claims of a difference in the true direction; none where there is no difference. */
  readonly found: Share;
  /** Claims that are not true: of any difference where there is none, else of the opposite one. */
  readonly wrong: Share;
  /** Estimate ÷ truth: geometric mean with its 95 % interval. */
  readonly bias: Estimate;
  /** Median number of blocks that the decisions rest on; undefined where a tool has none. */
  readonly blocks?: number;
  /** Root mean square of ln(estimate ÷ truth): by how much a single estimate is off. */
  readonly error: number;
}

/** Sums up the comparisons of one question; undefined where it was never asked. */
export function outcomeOf(
  tool: Tool,
  { slowDown, loaded }: Question,
  comparisons: readonly Comparison[],
): Outcome | undefined {
  const asked = comparisons
    .filter((one) => one.slowDown === slowDown && one.loaded === loaded)
    .flatMap(({ decisions, truth, blocks }) => {
      const decision = decisions[tool];
      return decision === undefined ? [] : [{ ...decision, truth, blocks }];
    });
  if (asked.length === 0) return undefined;
  const said = asked.map(({ says }) => says);
  const found = slowDown === 0 ? 0 : said.filter((says) => says === 'slower').length;
  const claims = said.filter((says) => says !== 'nothing').length;
  const offs = asked.map(({ ratio, truth }) => ratio / truth);
  const squares = offs.reduce((sum, off) => sum + Math.log(off) ** 2, 0);
  return {
    tool,
    slowDown,
    loaded,
    found: shareOf(found, asked.length),
    wrong: shareOf(claims - found, asked.length),
    bias: geometricMean(offs),
    error: Math.sqrt(squares / asked.length),
    ...(tool.startsWith('crossover') && { blocks: median(asked.map(({ blocks }) => blocks)) }),
  };
}
