import { button, element } from './element.ts';
import { cellView } from './cell-view.ts';
import type { CellPage } from '@crossover/report';

/** The window with all about one cell, above the page. */
export interface CellDialog {
  readonly frame: HTMLDialogElement;
  readonly show: (id: string) => void;
  readonly hide: () => void;
}

/** @param closed called when the reader closes it */
export function cellDialog(cells: readonly CellPage[], closed: () => void): CellDialog {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const content = element('div', { class: 'cell' });
  const title = element('h2', { id: 'cell-title', tabindex: -1 });
  const frame = element(
    'dialog',
    { 'aria-labelledby': 'cell-title' },
    element(
      'header',
      {},
      title,
      button({ class: 'close', 'aria-label': 'Close' }, () => frame.close(), '×'),
    ),
    content,
  );
  const isHidden = { byPage: false };
  frame.addEventListener('close', () => {
    content.replaceChildren();
    if (!isHidden.byPage) closed();
    isHidden.byPage = false;
  });
  // A click beside it.
  frame.addEventListener('click', (event) => {
    if (event.target === frame) frame.close();
  });
  return {
    frame,
    show: (id) => {
      const cell = byId.get(id);
      title.textContent = id;
      if (!frame.open) frame.showModal();
      content.replaceChildren(
        ...(cell === undefined ? [element('p', {}, 'The run does not hold this cell.')] : cellView(cell)),
      );
      frame.scrollTop = 0;
      title.focus();
    },
    hide: () => {
      if (!frame.open) return;
      isHidden.byPage = true;
      frame.close();
    },
  };
}
