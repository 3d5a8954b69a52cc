import { BASE_LANE, BASE_MODE, mayHeadline } from '@crossover/model';
import { attributionsOf, isParallel } from './attribution.ts';
import { compareCells } from './comparison.ts';
import { judgeFamily } from './family.ts';
import { cellTrialsOf } from './kernel-trials.ts';
import { decideLever, gains } from './lever.ts';
import { visibleInKernel } from './noise.ts';
import type { NoiseEffect, OpenComparison } from './comparison.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { LeverEvidence } from './lever.ts';
import type {
  Attribution,
  Cell,
  CellResult,
  Comparison,
  LeverResult,
  Verdict,
  VerdictFamily,
} from '@crossover/model';

/** All that is concluded about one kernel. */
export interface KernelAnswer {
  /** Every cell against the base first; then the best cells of the levers against each other. */
  readonly comparisons: readonly Comparison[];
  readonly family: VerdictFamily;
  readonly attributions: readonly Attribution[];
  readonly lever: LeverResult;
}

/** The plain cells that stand for the levers: in each group the one that is fastest against the base. */
interface Champions {
  readonly language: OpenComparison | undefined;
  readonly cores: OpenComparison | undefined;
  readonly together: OpenComparison | undefined;
}

/**
 * Compares, attributes and decides.
 * The best cell of a group is picked by the same numbers that then speak for it, which flatters its estimate a little:
 * with cells that do not differ, the best of four reads about one standard error too fast. Its verdict against the
 * base is no easier for that: all are judged together, so that they hold whichever is picked.
 */
export function answerFor(
  kernel: KernelTrials,
  results: readonly CellResult[],
  noise: NoiseEffect,
): KernelAnswer {
  const { base, cells } = kernel;
  const others = cells.filter((trials) => trials !== base);
  const againstBase =
    base === undefined ? [] : others.flatMap((subject) => compareCells(kernel, base, subject, noise) ?? []);
  const champions = championsOf(kernel, againstBase);
  const between = (
    first: OpenComparison | undefined,
    second: OpenComparison | undefined,
  ): OpenComparison | undefined => {
    const slower = first && cellTrialsOf(kernel, first.subject);
    const faster = second && cellTrialsOf(kernel, second.subject);
    return slower && faster && compareCells(kernel, slower, faster, noise);
  };
  const overLanguage = between(champions.language, champions.together);
  const overCores = between(champions.cores, champions.together);
  const direct = between(champions.cores, champions.language);
  const all = [
    ...againstBase,
    ...[direct, overLanguage, overCores].filter((one) => one !== undefined),
    ...againstDefaults(kernel, noise),
  ];
  // What is measured beside the plain cells must not make their verdicts any stricter: it has a family of its own.
  const open = all.filter(({ subject }) => isHeadline(kernel, subject));
  const aside = all.filter(({ subject }) => !isHeadline(kernel, subject));
  const { comparisons, level } = judgeFamily(open, noise);
  const verdictOn = (one: OpenComparison | undefined): Verdict | undefined =>
    one && comparisons[open.indexOf(one)]?.verdict;
  const evidence: LeverEvidence = {
    divisible: kernel.planned.items > 1,
    language: verdictOn(champions.language),
    cores: verdictOn(champions.cores),
    together: verdictOn(champions.together),
    togetherOverLanguage: verdictOn(overLanguage),
    togetherOverCores: verdictOn(overCores),
  };
  return {
    comparisons: [...comparisons, ...judgeFamily(aside, noise).comparisons],
    family: {
      kernel: kernel.planned.kernel,
      workload: kernel.planned.workload,
      comparisons: comparisons.length,
      level,
      smallestVisible: visibleInKernel(kernel, { level, inflation: noise.inflation }),
    },
    attributions: attributionsOf(kernel, champions.together?.subject, noise),
    lever: leverResult(kernel, results, champions, evidence, noise),
  };
}

/** Whether a cell of that name may stand in a headline. */
function isHeadline(kernel: KernelTrials, cellId: string): boolean {
  const trials = cellTrialsOf(kernel, cellId);
  return trials !== undefined && mayHeadline(trials.cell);
}

/** Tuned placements, each against the mode's own placement with the same workers. */
function againstDefaults(kernel: KernelTrials, noise: NoiseEffect): readonly OpenComparison[] {
  const { cells } = kernel;
  return cells.flatMap((tuned) => {
    if (tuned.cell.placement === undefined) return [];
    const own = cells.find(({ cell }) => isDefaultOf(cell, tuned.cell));
    return (own && compareCells(kernel, own, tuned, noise)) ?? [];
  });
}

/** Whether a cell differs from one of a tuned placement in nothing but that. */
function isDefaultOf(cell: Cell, { id, placement }: Cell): boolean {
  return cell.placement === undefined && id === `${cell.id}/${placement}`;
}

function championsOf(kernel: KernelTrials, comparisons: readonly OpenComparison[]): Champions {
  const best = (belongs: (cell: Cell) => boolean): OpenComparison | undefined => {
    const group = comparisons.filter(({ subject }) => {
      const cell = cellTrialsOf(kernel, subject)?.cell;
      return cell !== undefined && mayHeadline(cell) && belongs(cell);
    });
    return group.toSorted((a, b) => b.speedUp.estimate - a.speedUp.estimate).at(0);
  };
  return {
    language: best((cell) => cell.lane !== BASE_LANE && cell.mode === BASE_MODE),
    cores: best((cell) => cell.lane === BASE_LANE && isParallel(cell)),
    together: best((cell) => cell.lane !== BASE_LANE && isParallel(cell)),
  };
}

function leverResult(
  { planned }: KernelTrials,
  results: readonly CellResult[],
  { language, cores, together }: Champions,
  evidence: LeverEvidence,
  noise: NoiseEffect,
): LeverResult {
  const note = notesOn(results, evidence, noise).join('; ');
  const [best] = results
    .filter((cell) => cell.status === 'ok')
    .filter(mayHeadline)
    .toSorted((a, b) => a.wallNs.estimate - b.wallNs.estimate);
  return {
    kernel: planned.kernel,
    workload: planned.workload,
    lever: decideLever(evidence),
    ...(language && { language: language.subject }),
    ...(cores && { cores: cores.subject }),
    ...(together && { together: together.subject }),
    ...(best && { best: best.id }),
    ...(note !== '' && { note }),
  };
}

function notesOn(
  results: readonly CellResult[],
  evidence: LeverEvidence,
  { verdictsWithheld, mixed }: NoiseEffect,
): readonly string[] {
  const base = results.find(({ lane, mode }) => lane === BASE_LANE && mode === BASE_MODE);
  const failed = results.filter((cell) => cell.status === 'failed' && mayHeadline(cell));
  const notes: string[] = [];
  if (!evidence.divisible) notes.push('its work cannot be divided: cores cannot help');
  if (base?.status !== 'ok') {
    notes.push(`there is no time of ${BASE_LANE}/${BASE_MODE} to compare with`);
    return notes;
  }
  if (evidence.language === undefined) notes.push('no other lane was measured');
  if (evidence.cores === undefined && evidence.divisible) {
    notes.push(`${BASE_LANE} was not measured on more than one worker`);
  }
  if (mixed) notes.push('no verdict, since the run mixes what must not be mixed');
  else if (verdictsWithheld) notes.push('the machine was too noisy for a verdict');
  if (gains(evidence.language) === true && gains(evidence.cores) === true) {
    const over = [evidence.togetherOverLanguage, evidence.togetherOverCores].map(gains);
    if (over.includes(false)) notes.push('both levers together are no faster than the better one alone');
  }
  if (failed.length > 0) notes.push(`left out, since failed: ${failed.map(nameOf).join(', ')}`);
  return notes;
}

/** A cell's name within its kernel: lane and placement. */
function nameOf({ id }: Cell): string {
  return id.split('/').slice(2).join('/');
}
