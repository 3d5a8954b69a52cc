import { overallAnswer } from '../answer-table.ts';
import { answerLine } from '../answer-line.ts';
import { formatRatio } from '../ratio.ts';
import { intervalText, pageEstimate, ratioText } from './page-estimate.ts';
import { clipped, pageText } from './page-text.ts';
import { symbolsOf } from '../symbols.ts';
import type { Estimate, Lever, Result } from '@crossover/model';
import { severalWorkloads } from './named-view.ts';
import type { NamedView } from './named-view.ts';
import type { PageEstimate } from './page-estimate.ts';

const STYLE = { unicode: true };
const SYMBOLS = symbolsOf(STYLE);

/** The answer of a run for somebody who reads nothing else. */
export interface Headline {
  readonly question: string;
  /** A few words. */
  readonly answer: string;
  /** What they rest on, in sentences. */
  readonly sentences: readonly string[];
  /** What each lever gives over all kernels; none where nothing was averaged. */
  readonly figures: readonly Figure[];
}

/** A number that stands by itself. */
export interface Figure {
  readonly label: string;
  readonly ratio: PageEstimate | null;
  readonly text: string;
  readonly interval: string;
  /** Whether its interval leaves it open whether anything is gained. */
  readonly isOpen: boolean;
}

const LONGEST_TITLE = 80;

const QUESTION = 'My Node code is slow. Rewrite it in another language, or run it on all cores?';

/** What most kernels say, where several do. */
const MOSTLY: Readonly<Record<Lever, string>> = {
  both: 'Do both',
  language: 'Rewrite it',
  cores: 'Run it on all cores',
  neither: 'Neither helps',
  inconclusive: 'Not decided yet',
};

export function headlineOf(result: Result, views: readonly NamedView[]): Headline {
  const { cores } = result.fingerprint;
  const [only] = views;
  if (only === undefined) {
    return {
      question: QUESTION,
      answer: 'Nothing was measured',
      sentences: ['The run has no kernel.'],
      figures: [],
    };
  }
  if (views.length === 1) return headlineOfOne(only, cores);
  const figures = figuresOf(result);
  return {
    question: QUESTION,
    answer: `${answerOf(views)}.`,
    sentences: [...averageSentences(result), countSentence(views)].map((text) => pageText(text)),
    figures,
  };
}

function headlineOfOne(view: NamedView, cores: number): Headline {
  const { lead, rest } = answerLine(view, cores, SYMBOLS);
  const start = `${lead.slice(0, 1).toUpperCase()}${lead.slice(1)}.`;
  return {
    question: QUESTION,
    answer: pageText(start),
    sentences: [pageText(`Of ${view.name} (${clipped(view.kernel.title, LONGEST_TITLE)}): ${rest || lead}.`)],
    figures: [],
  };
}

/** What the decided kernels have in common, and how much of a majority that is. */
function answerOf(views: readonly NamedView[]): string {
  const levers = views.map(({ lever }) => lever?.lever ?? 'inconclusive');
  const decided = levers.filter((lever) => lever !== 'inconclusive');
  if (decided.length === 0) return MOSTLY.inconclusive;
  const counts = [...Map.groupBy(decided, (lever) => lever)].toSorted((a, b) => b[1].length - a[1].length);
  const [[first, most], second] = [counts[0]!, counts[1]];
  if (second !== undefined && second[1].length === most.length) return 'It depends on the code';
  if (most.length === views.length) return MOSTLY[first];
  const open = levers.length - decided.length;
  return decided.length > open && most.length > decided.length / 2
    ? `${MOSTLY[first]}, mostly`
    : `${MOSTLY[first]}, where it is decided`;
}

function figuresOf({ overall = [], fingerprint }: Result): readonly Figure[] {
  const { language, cores, together } = overallAnswer(overall);
  return [
    ...(language ? [figure(`rewritten in ${language.lane}`, language.speedUp)] : []),
    ...(cores ? [figure(`on ${coresWords(cores.workers, fingerprint.cores)}`, cores.speedUp)] : []),
    ...(together ? [figure('both together', together.speedUp)] : []),
  ];
}

function figure(label: string, speedUp: Estimate): Figure {
  return {
    label: pageText(label),
    ratio: pageEstimate(speedUp),
    text: ratioText(speedUp),
    interval: intervalText(speedUp),
    isOpen: speedUp.low <= 1 && speedUp.high >= 1,
  };
}

/** The means in a sentence that needs no other word of this project. */
function averageSentences({ overall = [], fingerprint, kernels }: Result): readonly string[] {
  const { language, cores, together } = overallAnswer(overall);
  const parts = [
    ...(language ? [`rewritten in ${language.lane} ${gainWords(language)}`] : []),
    ...(cores ? [`on ${coresWords(cores.workers, fingerprint.cores)} ${gainWords(cores)}`] : []),
    ...(together ? [`with both ${gainWords(together)}`] : []),
  ];
  if (parts.length === 0) return [];
  const list = parts.length < 2 ? parts[0] : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
  return [`A typical one of ${kernels.length} small programs in TypeScript runs, on this machine, ${list}.`];
}

/** How many kernels each answer holds for. */
function countSentence(views: readonly NamedView[]): string {
  const count = (lever: Lever): number =>
    views.filter((view) => (view.lever?.lever ?? 'inconclusive') === lever).length;
  const told = (
    [
      ['a rewrite and more cores both help', count('both')],
      ['only a rewrite helps', count('language')],
      ['only more cores help', count('cores')],
      ['neither helps', count('neither')],
      ['this run cannot tell', count('inconclusive')],
    ] as const
  ).filter(([, number]) => number > 0);
  const [first, ...others] = told.map(([what, number]) => `in ${number} ${what}`);
  const what = severalWorkloads(views) ? 'programs and sizes' : 'programs';
  return `Of the ${views.length} ${what}, ${[first, ...others].join(', ')}.`;
}

function coresWords(workers: number, cores: number): string {
  if (workers < cores) return `${workers} cores`;
  return cores === 2 ? 'both cores' : `all ${cores} cores`;
}

function gainWords({ speedUp }: { readonly speedUp: Estimate }): string {
  return `${formatRatio(speedUp.estimate, { times: '' })} times as fast`;
}
