import { element } from './element.ts';
import type { Child } from './element.ts';

/** A place on the page that has an address. */
export type PagePlace =
  | { readonly kind: 'cell'; readonly id: string }
  | { readonly kind: 'kernel'; readonly name: string }
  | { readonly kind: 'section'; readonly id: string };

/** The address as a fragment: `#cell=mandelbrot/medium/rust/worker-threads-2`. */
export function addressOf(place: PagePlace): string {
  switch (place.kind) {
    case 'cell':
      return `#cell=${escaped(place.id)}`;
    case 'kernel':
      return `#kernel=${escaped(place.name)}`;
    case 'section':
      return `#${escaped(place.id)}`;
  }
}

/** The place that a fragment names; undefined where it names none. */
export function placeAt(fragment: string): PagePlace | undefined {
  const { what, name } = /^#(?:(?<what>cell|kernel)=)?(?<name>.+)$/s.exec(fragment)?.groups ?? {};
  const text = unescaped(name ?? '');
  if (text === '') return undefined;
  if (what === 'cell') return { kind: 'cell', id: text };
  return what === 'kernel' ? { kind: 'kernel', name: text } : { kind: 'section', id: text };
}

/** A link to a place on the page. */
export function pageLink(
  place: PagePlace,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): HTMLAnchorElement {
  return element('a', { href: addressOf(place), ...attributes }, ...children);
}

/** Slashes stay readable. */
function escaped(text: string): string {
  // A lone half of a surrogate pair cannot be escaped.
  return text.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
