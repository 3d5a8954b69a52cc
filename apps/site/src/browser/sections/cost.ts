import { element } from '../element.ts';
import { notMeasuredNote, section } from '../section.ts';
import { tableWithNotes } from '../data-table.ts';
import type { PageData } from '@crossover/report';
import type { Section } from '../section.ts';

/** What the levers cost besides time. */
export function costSection({ bill, floors }: PageData): Section {
  return section(
    { id: 'cost', name: 'Cost', title: 'What it costs' },
    'A lever is paid for in start, memory, messages and code, whatever it gains.',
    bill.kind === 'measured' ? tableWithNotes(bill.table) : notMeasuredNote(bill),
    element('h3', {}, 'Before anything is computed'),
    floors.kind === 'measured' ? tableWithNotes(floors.table) : notMeasuredNote(floors),
  );
}
