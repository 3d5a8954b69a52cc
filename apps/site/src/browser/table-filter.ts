import { dataTable } from './data-table.ts';
import { element } from './element.ts';
import type { PageTable } from '@crossover/report';

/** A table with its filters above: a choice for each column that can be chosen by, and a search in all texts. */
export function filteredTable(table: PageTable): readonly HTMLElement[] {
  const { box, show } = dataTable(table, { caption: 'hidden' });
  const all = table.columns[0]?.texts.length ?? 0;
  const choices = table.columns.flatMap((column) => {
    const { choices: offered = [] } = column;
    const options = [...new Set(offered)].filter((text) => text !== '');
    if (options.length < 2) return [];
    const select = element(
      'select',
      { name: column.title },
      element('option', { value: '' }, 'all'),
      options.map((text) => element('option', { value: text }, text)),
    );
    return [{ column, offered, select }];
  });
  const search = element('input', { type: 'search', name: 'text', autocomplete: 'off', spellcheck: 'false' });
  const count = element('output', { class: 'count' });
  const update = (): void => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    show((row) => {
      const texts = table.columns.map((column) => column.texts[row] ?? '');
      const line = texts.join(' ').toLowerCase();
      const passes =
        choices.every(({ offered, select }) => select.value === '' || offered[row] === select.value) &&
        words.every((word) => line.includes(word));
      if (passes) shown += 1;
      return passes;
    });
    count.textContent = shown === all ? `${all} cells` : `${shown} of ${all} cells`;
  };
  const form = element(
    'form',
    { class: 'filters', role: 'search', 'aria-label': table.caption },
    choices.map(({ column, select }) => element('label', {}, element('span', {}, column.title), select)),
    element('label', {}, element('span', {}, 'text'), search),
    element('button', { type: 'reset' }, 'show all'),
    count,
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', update);
  form.addEventListener('reset', () => setTimeout(update));
  update();
  return [form, box];
}
