import { element } from '../element.ts';

/** Draws for a width in pixels; each part of a chart that is several drawings side by side. */
export type Drawing = (width: number) => Element;

/** Narrower than this nothing can be drawn. */
const LEAST_WIDTH = 240;

/** A change of less is not worth a new drawing. */
const SLACK = 12;

const drawings = new WeakMap<Element, () => void>();
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) if (seen.has(target)) drawings.get(target)?.();
});
const seen = new WeakSet<Element>();
const approached = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) draw(target);
  },
  { rootMargin: '800px' },
);

// Paper shows everything.
addEventListener('beforeprint', () => {
  for (const target of document.querySelectorAll('.chart')) draw(target);
});

function draw(target: Element): void {
  seen.add(target);
  approached.unobserve(target);
  drawings.get(target)?.();
}

/**
 * A drawing as wide as its place, made when it comes near the window. To readers it is one picture with that description; what is in it
 * also stands in a table nearby.
 * @param picked called with what the pointer is at when it is clicked
 */
export function chart(description: string, drawing: Drawing, picked?: (datum: unknown) => void): HTMLElement {
  const place = element('div', { class: 'chart', role: 'img', 'aria-label': description });
  let drawnWidth = 0;
  drawings.set(place, () => {
    const width = Math.max(LEAST_WIDTH, Math.floor(place.clientWidth));
    if (place.clientWidth === 0 || Math.abs(width - drawnWidth) < SLACK) return;
    drawnWidth = width;
    const drawn = drawing(width);
    // The description stands for all that is in it.
    drawn.setAttribute('aria-hidden', 'true');
    place.replaceChildren(drawn);
  });
  if (picked) {
    place.addEventListener('click', () => {
      const drawn = place.firstElementChild;
      if (drawn !== null && 'value' in drawn && drawn.value) picked(drawn.value);
    });
  }
  approached.observe(place);
  resized.observe(place);
  return place;
}
