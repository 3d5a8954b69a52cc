import { element } from '../element.ts';
import { pageLink } from '../page-link.ts';
import { ratioAxis, tickText } from '../ratio-axis.ts';
import { ratioTrack } from '../ratio-track.ts';
import { section } from '../section.ts';
import type { Figure, LeverRow, PageData, PageRatio } from '@crossover/report';
import type { RatioAxis } from '../ratio-axis.ts';
import type { Section } from '../section.ts';

/** The first screen: the answer, what it rests on, and what to do about each kernel. */
export function answerSection({ headline, levers, warning, legend, noise }: PageData): Section {
  const { question, answer, sentences, figures } = headline;
  const ratios = levers.flatMap(({ language, cores, together }) => [language, cores, together]);
  const axis = ratioAxis(ratios.map((ratio) => ratio?.estimate ?? null));
  const { body, ...rest } = section(
    { id: 'answer', name: 'Answer', title: question, level: 'h1' },
    '',
    warning === undefined ? null : element('p', { class: 'warning', role: 'note' }, warning),
    element('p', { class: 'answer' }, answer),
    sentences.map((sentence, index) => element('p', { class: index === 0 ? 'lead' : '' }, sentence)),
    figures.length === 0
      ? null
      : element(
          'ul',
          { class: 'figures' },
          figures.map((figure) => figureItem(figure, ratioAxis(figures.map(({ ratio }) => ratio)))),
        ),
    noise.isWithheld ? element('p', { class: 'warning', role: 'note' }, noise.sentences.join(' ')) : null,
    levers.length === 0 ? null : leverTable(levers, axis),
    element('p', { class: 'note' }, legend, ' In brackets, and hollow: no verdict, it may be noise.'),
  );
  return { body, ...rest };
}

function figureItem({ label, ratio, text, interval, isOpen }: Figure, axis: RatioAxis): HTMLElement {
  return element(
    'li',
    {},
    element('span', { class: 'figure-label' }, label),
    element('strong', { class: isOpen ? 'open' : '' }, text),
    element('span', { class: 'figure-interval' }, interval, isOpen ? ', may be noise' : ''),
    ratioTrack(ratio, axis, !isOpen),
  );
}

function leverTable(levers: readonly LeverRow[], axis: RatioAxis): HTMLElement {
  const titles = ['kernel', 'what helps', 'another language', 'all cores', 'both'];
  const ends = [axis.low, axis.high].map(tickText);
  const head = titles.map((title) => element('th', { scope: 'col' }, title));
  const scale = element(
    'th',
    { scope: 'col', class: 'wide' },
    element(
      'span',
      { class: 'track-head', 'aria-hidden': 'true' },
      element('span', {}, ends[0]),
      element('span', {}, ends[1]),
    ),
    element('span', { class: 'hidden' }, 'drawn'),
  );
  return element(
    'div',
    { class: 'table-box', role: 'region', 'aria-label': 'What helps, kernel by kernel', tabindex: 0 },
    element(
      'table',
      { class: 'levers' },
      element('caption', { class: 'hidden' }, 'What helps, kernel by kernel'),
      element('thead', {}, element('tr', {}, head, scale)),
      element(
        'tbody',
        {},
        levers.map((row) => leverRow(row, axis)),
      ),
    ),
  );
}

function leverRow(
  { name, lever, deed, lane, language, cores, together, note }: LeverRow,
  axis: RatioAxis,
): HTMLElement {
  const drawn = together ?? language ?? cores;
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, pageLink({ kind: 'kernel', name }, {}, name)),
    element(
      'td',
      { class: `deed lever-${lever}` },
      deed,
      note === '' ? null : element('span', { class: 'aside' }, note),
    ),
    ratioCell(language, lane),
    ratioCell(cores, ''),
    ratioCell(together, ''),
    element('td', { class: 'wide' }, ratioTrack(drawn?.estimate ?? null, axis, drawn?.isDecided ?? false)),
  );
}

function ratioCell(ratio: PageRatio | null, lane: string): HTMLElement {
  if (ratio === null) return element('td', { class: 'none' }, '–');
  const { cell, text, interval, isDecided, tone } = ratio;
  return element(
    'td',
    { class: `ratio tone-${tone}` },
    pageLink({ kind: 'cell', id: cell }, {}, isDecided ? text : `(${text})`),
    element('span', { class: 'aside' }, [lane, interval].filter(Boolean).join(' ')),
  );
}
