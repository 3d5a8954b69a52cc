import { changeAnswer, changeLegend, comparisonRemarks, forcedMark, runFacts } from './change-words.ts';
import { changeColumns } from './change-columns.ts';
import { changeView, unmatchedGroups } from './change-view.ts';
import { markdownGrid } from './markdown-grid.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { paintOf } from './style.ts';
import { symbolsOf } from './symbols.ts';
import type { Change, RunComparison } from '@crossover/model';

const STYLE = { unicode: true, colour: false };

/** Two runs compared, as a document: the same as in the terminal, and every cell. */
export function renderComparisonMarkdown(comparison: RunComparison): string {
  const view = changeView(comparison);
  const forced = forcedMark(comparison);
  const grid = (changes: readonly Change[]): string =>
    markdownGrid(
      Object.values(changeColumns(changes, { ...view, margin: comparison.margin }, STYLE, paintOf(STYLE))),
    );
  const section = (title: string, changes: readonly Change[]): readonly string[] =>
    changes.length === 0 ? [] : [`## ${title}`, grid(changes)];
  const rest = [...view.undecided, ...view.same];
  const sections = [
    '# What changed between two runs',
    ...(forced === undefined ? [] : [`**${markdownText(forced)}**`]),
    `**${markdownText(changeAnswer(comparison, view))}**`,
    (['base', 'head'] as const)
      .map((which) => {
        const run = comparison[which];
        return `- ${which}: ${markdownText(runFacts(run))}, ${markdownCode(run.command)}`;
      })
      .join('\n'),
    ...section('Slower', view.slower),
    ...section('Faster', view.faster),
    ...section('Not judged', view.withheld),
    ...(rest.length === 0
      ? []
      : [
          `<details>\n<summary>The rest: ${view.undecided.length} undecided, ${view.same.length} the same</summary>`,
          grid(rest),
          '</details>',
        ]),
    ...unmatchedSection(comparison, view.nameOf),
    [changeLegend(comparison), ...comparisonRemarks(comparison, comparison.changes, symbolsOf(STYLE))]
      .filter((remark) => remark !== '')
      .map(markdownText)
      .join('\n\n'),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function unmatchedSection(
  comparison: RunComparison,
  nameOf: ReturnType<typeof changeView>['nameOf'],
): readonly string[] {
  const groups = unmatchedGroups(comparison);
  if (groups.length === 0) return [];
  const items = groups.map(({ reason, broken, cells }) => {
    const text = markdownText(`${cells.map(nameOf).join(', ')}: ${reason}`);
    return `- ${broken ? `**${text}**` : text}`;
  });
  return ['## Not compared', items.join('\n')];
}
