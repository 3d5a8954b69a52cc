import { element } from '../element.ts';
import { notMeasuredNote, section } from '../section.ts';
import { ratioAxis } from '../ratio-axis.ts';
import { ratioTrack } from '../ratio-track.ts';
import { tableWithNotes } from '../data-table.ts';
import type { ClaimCard, PageData } from '@crossover/report';
import type { RatioAxis } from '../ratio-axis.ts';
import type { Section } from '../section.ts';

/** The article's sentences, and what the run says on each, with the evidence. */
export function claimsSection({ claims }: PageData): Section {
  const head = { id: 'claims', name: 'Claims', title: 'What the article says, and what this run says on it' };
  if (claims.kind === 'not-measured') return section(head, '', notMeasuredNote(claims));
  const { cards, notes } = claims;
  const axis = ratioAxis(cards.map(({ mean }) => mean));
  return section(
    head,
    'An article on threads and processes in Python gives much repeated advice. Its sentences are held against the run; each opens to its evidence.',
    element(
      'div',
      { class: 'claims' },
      cards.map((card) => claim(card, axis)),
    ),
    notes.map((note) => element('p', { class: 'note' }, note)),
  );
}

function claim(card: ClaimCard, axis: RatioAxis): HTMLElement {
  const { id, statement, article, refutedWhen, verdict, tone, sentence, command, mean, common, cases } = card;
  const facts: readonly (readonly [string, string])[] = [
    ['The article', article],
    ['Refuted when', refutedWhen],
    ['This run', sentence],
    ...(common === '' ? [] : [['Compared', common] as const]),
  ];
  return element(
    'details',
    { class: 'claim', 'data-claim': id },
    element(
      'summary',
      {},
      element('span', { class: `badge tone-${tone}` }, verdict),
      element('span', { class: 'statement' }, statement),
      mean === null ? null : ratioTrack(mean, axis, tone !== 'open'),
    ),
    element(
      'dl',
      { class: 'facts' },
      facts.flatMap(([name, text]) => [element('dt', {}, name), element('dd', {}, text)]),
    ),
    command === ''
      ? null
      : element('p', { class: 'not-measured' }, 'To measure it: ', element('code', {}, command)),
    tableWithNotes(cases, { caption: 'hidden' }),
  );
}
