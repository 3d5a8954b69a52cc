import { element } from '../element.ts';
import { section } from '../section.ts';
import type { PageData } from '@crossover/report';
import type { Section } from '../section.ts';

/** Where, with what and how was measured, and how to go on. */
export function machineSection({ facts, next }: PageData): Section {
  return section(
    { id: 'machine', name: 'Machine', title: 'How it was measured' },
    '',
    element(
      'dl',
      { class: 'facts' },
      facts.flatMap(([name, text]) => [
        element('dt', {}, name),
        element('dd', {}, name === 'command' ? element('code', {}, text) : text),
      ]),
    ),
    element('h3', {}, 'Next'),
    element(
      'ul',
      { class: 'commands' },
      next.map(({ command, purpose }) => element('li', {}, element('code', {}, command), ' ', purpose)),
    ),
  );
}
