import { CrossoverError } from '@crossover/model';
import { ask } from './asking.ts';
import { BackgroundLoad } from './background-load.ts';
import { harnessCosts } from './harness-cost.ts';
import { outcomeOf } from './outcome.ts';
import { variantOf } from './question.ts';
import { scheduleOf } from './schedule.ts';
import { TOOLS } from './tool.ts';
import type { Comparison } from './comparison.ts';
import type { HarnessCost } from './harness-cost.ts';
import type { Outcome } from './outcome.ts';
import type { Extent, Turn } from './schedule.ts';
import type { Variant } from './question.ts';

/** How the self-test is carried out. */
export interface SelftestOptions extends Extent {
  /** Time that each tool has for a comparison, in seconds. */
  readonly seconds: number;
  /** Time after which no comparison is begun, in minutes. */
  readonly minutes: number;
  /** Processes of our own that use the cores in bursts. */
  readonly load: number;
  /** Rounds in which the harnesses are measured with an empty operation. */
  readonly rounds: number;
  readonly seed: number;
}

/** What it found, as `--json` writes it. */
export interface SelftestResult {
  readonly options: SelftestOptions;
  readonly startedAt: string;
  readonly node: string;
  readonly outcomes: readonly Outcome[];
  readonly costs: readonly HarnessCost[];
  readonly comparisons: readonly Comparison[];
}

/**
 * Asks all questions, as many as the time allows, and measures what the harnesses cost.
 * @param tell how far it is: comparisons done, of how many, and milliseconds since the first
 * @throws CrossoverError `interrupted` when the signal was given; nothing that was started is left then
 */
export async function selftest(
  options: SelftestOptions,
  signal: AbortSignal,
  tell: (done: number, of: number, elapsedMs: number) => void,
): Promise<SelftestResult> {
  const startedAt = new Date().toISOString();
  const costs = await harnessCosts(options.rounds, signal);
  const base = await variantOf(0, signal);
  const subjects = new Map<number, Variant>();
  for (const slowDown of [0, ...options.slowDowns]) subjects.set(slowDown, await variantOf(slowDown, signal));
  const turns = scheduleOf(options, options.seed);
  const started = performance.now();
  const comparisons: Comparison[] = [];
  for (const turn of turns) {
    if (performance.now() - started >= options.minutes * 60_000) break;
    tell(comparisons.length, turns.length, performance.now() - started);
    comparisons.push(await take(turn, base, subjects.get(turn.slowDown)!, options, signal));
  }
  const { equal, slowDowns } = options;
  const questions = [
    ...(equal > 0 ? [{ slowDown: 0, loaded: true }] : []),
    ...slowDowns.flatMap((slowDown) => [true, false].map((loaded) => ({ slowDown, loaded }))),
  ];
  const outcomes = questions.flatMap((question) =>
    TOOLS.flatMap((tool) => outcomeOf(tool, question, comparisons) ?? []),
  );
  return { options, startedAt, node: process.versions.node, outcomes, costs, comparisons };
}

async function take(
  turn: Turn,
  base: Variant,
  subject: Variant,
  options: SelftestOptions,
  signal: AbortSignal,
): Promise<Comparison> {
  if (signal.aborted) throw new CrossoverError({ code: 'interrupted', message: 'interrupted' });
  const load = await BackgroundLoad.start(turn.loaded ? options.load : 0, turn.seed);
  try {
    return await ask(turn, { base, subject, budgetMs: options.seconds * 1000, signal });
  } finally {
    await load.end();
  }
}
