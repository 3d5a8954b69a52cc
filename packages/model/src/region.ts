/** How one element of a region is stored. All lanes use the same type for the same region. */
export type ElementType = 'u8' | 'i32' | 'u32' | 'f64';

/** A view on elements of one type, as the TypeScript lane sees them. */
export type ViewOf<Element extends ElementType> = {
  u8: Uint8Array;
  i32: Int32Array;
  u32: Uint32Array;
  f64: Float64Array;
}[Element];

/** A view on a region of any type. */
export type View = ViewOf<ElementType>;

/** Views by region name. */
export type Views = Readonly<Record<string, View>>;

/** Bytes per element. */
export const ELEMENT_BYTES: Readonly<Record<ElementType, number>> = { u8: 1, i32: 4, u32: 4, f64: 8 };

/** How a region divides among the items, so that a mode knows which bytes belong to `[start, end)`. */
export type Division =
  /** No item owns any of it: a table that every item may read. */
  | { readonly kind: 'whole' }
  /** Item `i` owns the elements `[i × elements, (i + 1) × elements)`. */
  | { readonly kind: 'stride'; readonly elements: number }
  /** Item `i` lies between the values `i` and `i + 1`: an array of `items + 1` boundaries. */
  | { readonly kind: 'boundaries' }
  /** Item `i` owns the elements between the boundaries `i` and `i + 1` of another region. */
  | { readonly kind: 'segments'; readonly boundaries: string };

/** A named stretch of the arena. */
export interface PlacedRegion {
  readonly name: string;
  readonly element: ElementType;
  readonly division: Division;
  /** Distance from the start of the arena, in bytes; a multiple of 64. */
  readonly offset: number;
  /** Number of elements. */
  readonly length: number;
}

/** Half-open range of elements. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The elements of a region that the items `[start, end)` own.
 * @param boundaries the view named by a `segments` division; unused otherwise
 * @throws RangeError when a `segments` region comes without its boundaries, or these make no sense.
 */
export function ownSpan(region: PlacedRegion, start: number, end: number, boundaries?: View): Span {
  const { division } = region;
  switch (division.kind) {
    case 'whole':
      return { from: 0, to: region.length };
    case 'stride':
      return { from: start * division.elements, to: end * division.elements };
    case 'boundaries':
      return { from: start, to: end + 1 };
    case 'segments': {
      const from = boundaries?.[start];
      const to = boundaries?.[end];
      if (from === undefined || to === undefined) {
        throw new RangeError(`region ${region.name}: no boundaries for the items [${start}, ${end})`);
      }
      if (from < 0 || from > to || to > region.length) {
        const where = `lie at the elements [${from}, ${to}) of ${region.length}`;
        throw new RangeError(`region ${region.name}: the items [${start}, ${end}) ${where}`);
      }
      return { from, to };
    }
  }
}

/** A view on `length` elements of a buffer. */
export function viewOf(element: ElementType, buffer: ArrayBufferLike, offset: number, length: number): View {
  switch (element) {
    case 'u8':
      return new Uint8Array(buffer, offset, length);
    case 'i32':
      return new Int32Array(buffer, offset, length);
    case 'u32':
      return new Uint32Array(buffer, offset, length);
    case 'f64':
      return new Float64Array(buffer, offset, length);
  }
}
