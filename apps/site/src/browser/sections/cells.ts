import { filteredTable } from '../table-filter.ts';
import { section } from '../section.ts';
import type { PageData } from '@crossover/report';
import type { Section } from '../section.ts';

/** All cells, to be chosen from and sorted. */
export function cellsSection({ allCells }: PageData): Section {
  return section(
    { id: 'cells', name: 'Cells', title: 'All cells' },
    'Choose by kernel, lane, mode or verdict, search for words, and sort by the titles. Each mode leads to every sample of its cell.',
    filteredTable(allCells),
  );
}
