import { settingsOf } from '@crossover/measure';
import { decisionOfIntervals, decisionOfSummary } from './decision.ts';
import { compareOurWay } from './own-comparison.ts';
import { measureTheirWay } from './other-comparison.ts';
import type { HostWork } from '@crossover/measure';
import type { Settings } from '@crossover/model';
import type { Comparison } from './comparison.ts';
import type { Decision, MeanWithMargin } from './decision.ts';
import type { Library } from './other-comparison.ts';
import type { Variant } from './question.ts';
import type { Turn } from './schedule.ts';
import type { Tool } from './tool.ts';

/** What a turn is about. */
export interface Asked {
  readonly base: Variant;
  readonly subject: Variant;
  /** Time that each tool has, in milliseconds. */
  readonly budgetMs: number;
  readonly signal: AbortSignal;
}

/** Factor by which mitata's summary must differ from 1 to count as a claim about more than our own margin. */
const MARGIN = 0.05;

/**
 * Puts one question to each tool in turn.
 * @throws CrossoverError `interrupted`, or the failure of a process
 */
export async function ask(turn: Turn, { base, subject, budgetMs, signal }: Asked): Promise<Comparison> {
  const works = { base: base.work, subject: subject.work };
  const decisions: Partial<Record<Tool, Decision>> = {};
  let blocks = 0;
  for (const runner of turn.runners) {
    if (runner === 'crossover') {
      const own = await compareOurWay({ ...works, settings: settingsFor(turn.seed, budgetMs), signal });
      Object.assign(decisions, { crossover: own.wall, 'crossover-cpu': own.cpu } satisfies typeof decisions);
      ({ blocks } = own);
    } else {
      const means = await inOneProcess(runner, turn, works, budgetMs, signal);
      Object.assign(decisions, judged(runner, means));
    }
  }
  const { slowDown, loaded } = turn;
  return { slowDown, loaded, truth: subject.truth / base.truth, decisions, blocks };
}

/** Trials as `quick` takes them, and looks as `rigorous` does: what is open goes on until the budget ends. */
export function settingsFor(seed: number, budgetMs: number): Settings {
  const { looks, blocks } = settingsOf('rigorous', seed);
  return { ...settingsOf('quick', seed, { budgetNs: budgetMs * 1e6 }), looks, blocks };
}

interface Pair<Value> {
  readonly base: Value;
  readonly subject: Value;
}

async function inOneProcess(
  library: Library,
  { subjectFirst }: Turn,
  { base, subject }: Pair<HostWork>,
  budgetMs: number,
  signal: AbortSignal,
): Promise<Pair<MeanWithMargin>> {
  const functions = subjectFirst ? [subject, base] : [base, subject];
  const [first, second] = await measureTheirWay({ library, functions, eachMs: budgetMs / 2 }, signal);
  return subjectFirst ? { base: second!, subject: first! } : { base: first!, subject: second! };
}

function judged(library: Library, { base, subject }: Pair<MeanWithMargin>): Partial<Record<Tool, Decision>> {
  switch (library) {
    case 'tinybench':
      return { tinybench: decisionOfIntervals(base, subject) };
    case 'mitata':
      return {
        'mitata-any': decisionOfSummary(base.mean, subject.mean, 0),
        'mitata-margin': decisionOfSummary(base.mean, subject.mean, MARGIN),
      };
  }
}
