import { element } from './element.ts';
import type { Child } from './element.ts';
import type { NotMeasured } from '@crossover/report';

/** A part of the page under its heading, with an address of its own. */
export interface Section {
  readonly id: string;
  /** As it stands in the list of contents. */
  readonly name: string;
  readonly body: HTMLElement;
}

/** What a section is called, and where in the order of headings it stands. */
interface SectionHead {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly level?: 'h1' | 'h2';
}

/** A section: what it shows in a sentence or two, then that. */
export function section(
  { id, name, title, level = 'h2' }: SectionHead,
  intro: string,
  ...children: readonly Child[]
): Section {
  const heading = element(level, { id: `${id}-title` }, title);
  const body = element(
    'section',
    { id, 'aria-labelledby': `${id}-title`, tabindex: -1 },
    heading,
    intro === '' ? null : element('p', { class: 'intro' }, intro),
    children,
  );
  return { id, name, body };
}

/** Why there is nothing to show, and what would change that. */
export function notMeasuredNote({ sentence, command }: NotMeasured): HTMLElement {
  return element('p', { class: 'not-measured' }, sentence, ' ', element('code', {}, command));
}
