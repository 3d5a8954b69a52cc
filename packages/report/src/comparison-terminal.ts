import { changeAnswer, changeLegend, comparisonRemarks, forcedMark, runFacts } from './change-words.ts';
import { changeTable } from './change-table.ts';
import { changeView, unmatchedGroups } from './change-view.ts';
import { formatMargin } from './ratio.ts';
import { paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { plainText } from './plain-text.ts';
import { symbolsOf } from './symbols.ts';
import type { Change, RunComparison } from '@crossover/model';
import type { ChangeView, UnmatchedGroup } from './change-view.ts';
import type { Style } from './style.ts';

/** So many names stand for a group of cells that is folded. */
const MOST_NAMES = 3;

/** Two runs compared: the answer, what got slower, what got faster, and the rest in short. */
export function renderComparison(comparison: RunComparison, style: Style): string {
  const paint = paintOf(style);
  const view = changeView(comparison);
  const say = (text: string, indent = ''): string => paragraph(text, style.width, indent);
  const forced = forcedMark(comparison);
  const answer = say(changeAnswer(comparison, view));
  const shown = [...view.slower, ...view.faster, ...view.withheld];
  const section = (title: string, changes: readonly Change[]): readonly string[] =>
    changes.length === 0
      ? []
      : [
          `${paint.heading(title)}\n${changeTable(changes, { ...view, margin: comparison.margin, shown }, style)}`,
        ];
  const rest = [...foldedLines(comparison, view), ...unmatchedLines(comparison, view, style)];
  const remarks = [
    changeLegend(comparison),
    ...comparisonRemarks(comparison, shown, symbolsOf(style)),
  ].filter((remark) => remark !== '');
  return [
    ...(forced === undefined ? [] : [paint.bad(say(plainText(forced, style)))]),
    view.slower.length > 0 ? paint.bad(answer) : paint.heading(answer),
    paint.aside(
      (['base', 'head'] as const)
        .map((which) => say(plainText(`${which}: ${runFacts(comparison[which])}`, style), '      '))
        .join('\n'),
    ),
    ...section('Slower', view.slower),
    ...section('Faster', view.faster),
    ...section('Not judged', view.withheld),
    ...(rest.length === 0
      ? []
      : [
          [
            paint.heading('The rest'),
            ...rest.map(({ text, broken }) =>
              (broken ? paint.bad : String)(
                say(`${symbolsOf(style).bullet} ${plainText(text, style)}`, '  '),
              ),
            ),
          ].join('\n'),
        ]),
    paint.aside(remarks.map((remark) => say(plainText(ascii(remark, style), style))).join('\n')),
  ].join('\n\n');
}

interface RestLine {
  readonly text: string;
  readonly broken?: boolean;
}

/** What did not change, and what is open: numbers instead of rows. */
function foldedLines(
  { margin }: RunComparison,
  { same, undecided, nameOf }: ChangeView,
): readonly RestLine[] {
  const differ = same.filter(({ significant }) => significant).length;
  const significant = differ === 0 ? '' : `; ${differ} of them changed significantly, but by less than that`;
  const hints = undecided.filter(({ alone }) => alone !== undefined && alone !== 'same');
  const hint = hints.length === 0 ? '' : `; by its interval alone changed: ${someNames(hints.map(nameOf))}`;
  return [
    ...(same.length === 0
      ? []
      : [{ text: `${same.length} the same: within ${formatMargin(margin)}${significant}` }]),
    ...(undecided.length === 0
      ? []
      : [{ text: `${undecided.length} undecided: more blocks would tell${hint}` }]),
    ...(same.length + undecided.length === 0 ? [] : [{ text: '--format markdown shows each of them' }]),
  ];
}

function unmatchedLines(
  comparison: RunComparison,
  { nameOf }: ChangeView,
  style: Pick<Style, 'unicode'>,
): readonly RestLine[] {
  return unmatchedGroups(comparison).map(({ cells, reason, broken }: UnmatchedGroup) => ({
    text: plainText(`not compared: ${someNames(cells.map(nameOf))}; ${reason}`, style),
    broken,
  }));
}

function someNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

/** The sign of division where only ASCII is shown. */
function ascii(text: string, { unicode }: Pick<Style, 'unicode'>): string {
  return unicode ? text : text.replaceAll('÷', '/');
}
