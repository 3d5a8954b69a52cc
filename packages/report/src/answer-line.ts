import { isBounded } from '@crossover/model';
import { formatRange, formatRatio } from './ratio.ts';
import type { CellResult, Comparison, Estimate, Verdict } from '@crossover/model';
import { placementOf } from './kernel-view.ts';
import type { KernelView } from './kernel-view.ts';
import type { Symbols } from './symbols.ts';

/** The answer for one kernel in words: what to do, and what that rests on. */
export interface AnswerLine {
  readonly lead: string;
  /** May be empty. */
  readonly rest: string;
}

/**
 * Says which lever is worth pulling, for somebody who knows neither this tool nor its words.
 * The judgement is the result's; this only finds words for it.
 * @param cores of the machine, to tell all cores from some
 */
export function answerLine(view: KernelView, cores: number, symbols: Symbols): AnswerLine {
  const { lever } = view;
  const language = chosen(view, lever?.language);
  const parallel = chosen(view, lever?.cores);
  const together = chosen(view, lever?.together);
  const onCores =
    parallel && (parallel.cell.workers >= cores ? 'all cores' : `${parallel.cell.workers} cores`);
  const rewriting = language && `rewriting it in ${language.cell.lane} alone ${does(language, symbols)}`;
  const running = parallel && `running it on ${onCores} alone ${does(parallel, symbols)}`;
  const product = factors(view, symbols);
  const lead = (() => {
    switch (lever?.lever) {
      case 'language':
        return language && `rewrite it in ${language.cell.lane} (${gain(language, symbols)})`;
      case 'cores':
        return parallel && `run it on ${onCores} (${gain(parallel, symbols)} with ${placed(parallel)})`;
      case 'both':
        if (together && isMore(view, together)) {
          return `do both: rewrite it in ${together.cell.lane} and run it on ${onCores ?? 'all cores'} (${gain(together, symbols)})`;
        }
        return 'rewriting or more cores: either helps';
      case 'neither':
        return 'neither rewriting nor more cores help';
      case 'inconclusive':
      case undefined:
        return undefined;
    }
  })();
  const clauses = {
    language: [running, product],
    cores: [rewriting, product],
    both: [rewriting, running, product],
    neither: [rewriting, running],
    inconclusive: [rewriting, running, product],
  }[lever?.lever ?? 'inconclusive'];
  const rest = [...clauses, lever?.note].filter((clause) => clause !== undefined);
  return { lead: lead ?? 'no clear answer', rest: rest.join('; ') };
}

interface Chosen {
  readonly cell: CellResult;
  readonly comparison: Comparison;
}

function chosen({ rows }: KernelView, id: string | undefined): Chosen | undefined {
  const row = rows.find(({ cell }) => cell.id === id);
  return row?.comparison && { cell: row.cell, comparison: row.comparison };
}

/** Whether pulling both levers is better than the better one alone, by the result's own comparisons. */
function isMore({ comparisons, lever }: KernelView, together: Chosen): boolean {
  const alone = new Set([lever?.language, lever?.cores]);
  const overAlone = comparisons.filter(
    ({ base, subject }) => subject === together.cell.id && alone.has(base),
  );
  return overAlone.every(({ speedUp }) => speedUp.estimate > 1);
}

function does({ comparison }: Chosen, symbols: Symbols): string {
  const { verdict, alone, speedUp } = comparison;
  if (!isBounded(speedUp)) return `reads ${formatRatio(speedUp.estimate, symbols)} in a single block`;
  switch (verdict) {
    case 'faster':
      return `gains ${formatRatio(speedUp.estimate, symbols)}`;
    case 'slightly-faster':
      return `gains, by how much is open (${formatRange(speedUp, symbols)})`;
    case 'same':
      return `changes next to nothing (${formatRange(speedUp, symbols)})`;
    case 'slightly-slower':
      return `makes it slower, by how much is open (${formatRange(speedUp, symbols)})`;
    case 'slower':
      return `makes it slower (${formatRatio(speedUp.estimate, symbols)})`;
    case 'inconclusive':
      return `${seems(alone)} (${formatRange(speedUp, symbols)})`;
    case 'withheld':
      return `reads ${formatRatio(speedUp.estimate, symbols)}`;
  }
}

/** What an open question looks like, taken by itself. */
function seems(alone: Verdict | undefined): string {
  switch (alone) {
    case 'faster':
    case 'slightly-faster':
      return 'seems to gain';
    case 'slower':
    case 'slightly-slower':
      return 'seems to make it slower';
    case 'same':
      return 'seems to change next to nothing';
    case 'inconclusive':
    case 'withheld':
    case undefined:
      return 'may help or not';
  }
}

function gain({ comparison }: Chosen, symbols: Symbols): string {
  return formatRatio(comparison.speedUp.estimate, symbols);
}

function placed({ cell }: Chosen): string {
  return `${cell.workers} workers: ${cell.mode}`;
}

/**
 * Where the gain of both together comes from; of no use where cores cannot help.
 * Names the cell where it is in another lane or mode than those that the levers alone are judged by.
 */
function factors({ attribution, kernel, lever, rows }: KernelView, symbols: Symbols): string | undefined {
  if (attribution === undefined || kernel.items === 1) return undefined;
  const find = (id: string | undefined): CellResult | undefined =>
    rows.find(({ cell }) => cell.id === id)?.cell;
  const [subject, language, cores] = [attribution.subject, lever?.language, lever?.cores].map(find);
  const isSame = subject?.lane === language?.lane && subject?.mode === cores?.mode;
  const name = subject === undefined || isSame ? '' : ` as ${subject.lane}/${placementOf(subject)}`;
  const ratio = ({ estimate }: Estimate): string => formatRatio(estimate, symbols);
  const { language: l, parallel: p, interaction: i, together: t } = attribution;
  return `together${name} ${ratio(t)} = ${ratio(l)} language ${ratio(p)} cores ${ratio(i)} interaction`;
}
