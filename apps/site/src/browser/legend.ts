import { element } from './element.ts';

/** A line of a chart: its name, colour and dash. */
export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  /** As in `stroke-dasharray`; a filled mark when absent. */
  readonly dash?: string;
}

const SVG = 'http://www.w3.org/2000/svg';

/** What the lines of a chart are. */
export function legend(entries: readonly LegendEntry[]): HTMLElement {
  return element(
    'ul',
    { class: 'legend' },
    entries.map(({ name, colour, dash }) => element('li', {}, mark(colour, dash), name)),
  );
}

function mark(colour: string, dash: string | undefined): SVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 26 10');
  picture.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'line');
  const attributes = { x1: '0', x2: '26', y1: '5', y2: '5', 'stroke-width': dash === undefined ? '9' : '2' };
  for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, value);
  line.style.stroke = colour;
  if (dash !== undefined) line.style.strokeDasharray = dash;
  picture.append(line);
  return picture;
}
