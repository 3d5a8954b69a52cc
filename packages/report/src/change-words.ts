import { formatMargin, formatPercent, formatRatio } from './ratio.ts';
import { isBounded, TIMING_SETTINGS } from '@crossover/model';
import type { Change, ComparedRun, RunComparison } from '@crossover/model';
import type { ChangeView } from './change-view.ts';
import type { Symbols } from './symbols.ts';

/** What a comparison answers: is the head run slower? */
export function changeAnswer({ changes, margin, verdictsWithheld }: RunComparison, view: ChangeView): string {
  const { slower, faster, same, undecided } = view;
  if (changes.length === 0) return 'Nothing to compare: the runs have no cell in common that both measured.';
  const cells = changes.length === 1 ? 'the one cell' : `${changes.length} cells`;
  if (verdictsWithheld)
    return `No verdict on ${cells}: a run is too noisy, or is merged from runs that do not mix.`;
  const parts = [
    `${slower.length} got slower${relevantPart(slower, margin)}`,
    `${faster.length} got faster${relevantPart(faster, margin)}`,
    `${same.length} stayed the same`,
    `${undecided.length} ${undecided.length === 1 ? 'is' : 'are'} undecided`,
  ];
  return `Of ${cells} ${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}.`;
}

function relevantPart(changes: readonly Change[], margin: number): string {
  if (changes.length === 0) return '';
  const relevant = changes.filter((change) => change.relevant).length;
  const count = relevant === changes.length ? '' : `${relevant === 0 ? 'none' : relevant} `;
  return ` (${count}by more than ${formatMargin(margin)})`;
}

/** When, of what commit and how a run was measured. */
export function runFacts({ createdAt, commit, settings, noise, mergedFrom, mixed }: ComparedRun): string {
  const { twins, floor, inflation } = noise;
  return [
    createdAt,
    ...(commit ? [`commit ${commit.id.slice(0, 12)}${commit.dirty ? ' with changes' : ''}`] : []),
    `profile ${settings.profile}, at most ${settings.blocks} ${settings.blocks === 1 ? 'block' : 'blocks'}`,
    ...(mergedFrom ? [`merged from ${mergedFrom.length} runs`] : []),
    ...(mixed ? [`which mix what must not be mixed: ${mixed.join('; ')}`] : []),
    twins.length === 0 ? 'no twins' : `twins differ by up to ${formatPercent(floor)}`,
    ...(inflation > 1 ? [`intervals ${inflation.toFixed(2)} times as wide for that`] : []),
  ].join(', ');
}

/** The mark of a comparison that was forced; nothing where the runs may be compared. */
export function forcedMark({ fingerprintDifferences }: RunComparison): string | undefined {
  if (fingerprintDifferences.length === 0) return undefined;
  const fields = fingerprintDifferences.map(
    ({ field, base, head }) => `${field}: ${base ?? 'absent'} and ${head ?? 'absent'}`,
  );
  return `Forced: the runs are of different machines or toolchains, and what changed may be just that. ${fields.join('; ')}.`;
}

/**
 * What limits the comparison of two runs.
 * @param shown the changes whose marks are to be explained
 */
export function comparisonRemarks(
  { base, head, typical, smallestVisible }: RunComparison,
  shown: readonly Change[],
  symbols: Symbols,
): readonly string[] {
  const others = TIMING_SETTINGS.filter(
    (field) => JSON.stringify(base.settings[field]) !== JSON.stringify(head.settings[field]),
  );
  return [
    ...(others.length > 0
      ? [`The runs were not measured alike (${others.join(', ')}): that alone can change the times.`]
      : []),
    ...(base.sources !== undefined && base.sources === head.sources
      ? ['Both runs measured the same sources: what changed is not the code.']
      : []),
    ...(typical === undefined
      ? []
      : [
          `The median of all speed-ups is ${formatRatio(typical, symbols)}. The runs share no blocks: what slowed the whole machine during one of them looks like a change of all cells.`,
        ]),
    ...(isBounded({ high: smallestVisible })
      ? [
          `The median interval reaches ${symbols.plusMinus}${formatPercent(smallestVisible)}: smaller changes are mostly not seen.`,
        ]
      : []),
    ...(shown.some(({ fragile }) => fragile) ? [CHANGE_FRAGILE] : []),
    ...(shown.some(({ alone }) => alone) ? [CHANGE_ALONE] : []),
  ];
}

const CHANGE_FRAGILE =
  'Verdicts with *: the ranks of the trials, which no distribution is assumed for, do not confirm them; more blocks would tell.';

const CHANGE_ALONE =
  'Verdicts with +: the interval alone says more; among all cells compared that may be chance.';

/** What words and columns mean. */
export function changeLegend({ margin, changes, verdictsWithheld }: RunComparison): string {
  if (changes.length === 0) return '';
  const share = formatMargin(margin);
  const columns =
    'Speed-up: base time ÷ head time with its 95 % interval; below 1 the head is slower. Adjusted p: of the cells where it is at most 0.05, on average at most 5 % have not changed; those are significant.';
  if (verdictsWithheld) return columns;
  return `${columns} Slower, faster: significant, and shown to be more than ${share}. Slightly: significant, and not shown to be more. Same: shown to be less, significant or not.`;
}
