import { placeAt } from './page-link.ts';
import type { CellDialog } from './cell-dialog.ts';

/** Whether the reader came to the cell from within the page, so that going back leaves it. */
let cameFromPage = false;
let dialog: CellDialog | undefined;

/** Goes where the address says, now and whenever it changes; the back button is an address too. */
function begin(cells: CellDialog): void {
  dialog = cells;
  addEventListener('hashchange', (event) => {
    cameFromPage = placeAt(new URL(event.oldURL).hash)?.kind !== 'cell';
    go();
  });
  go();
}

function go(): void {
  const place = placeAt(location.hash);
  if (place?.kind === 'cell') {
    dialog?.show(place.id);
    return;
  }
  dialog?.hide();
  if (place?.kind === 'kernel') goToKernel(place.name);
  else if (place?.kind === 'section') document.getElementById(place.id)?.scrollIntoView();
}

/** By its name, or by the kernel alone where the run has it with several workloads. */
function goToKernel(name: string): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-kernel]')];
  const card =
    cards.find((one) => nameOf(one) === name) ??
    cards.find((one) => nameOf(one).startsWith(`${name}/`) || name.startsWith(`${nameOf(one)}/`));
  card?.scrollIntoView();
  card?.focus({ preventScroll: true });
}

function nameOf(card: HTMLElement): string {
  return card.dataset['kernel'] ?? '';
}

/** The reader closed the window of a cell: back to where it was opened, or to the page where it came first. */
function leaveCell(): void {
  if (placeAt(location.hash)?.kind !== 'cell') return;
  if (cameFromPage) history.back();
  else history.replaceState(null, '', location.pathname + location.search);
}

/** The address as a state of the page. */
export const routes = { begin, leaveCell };
