import { compileFunction } from 'node:vm';
import { CrossoverError, ELEMENT_BYTES, regionOf, viewOf, viewsOf } from '@crossover/model';
import type { ItemPassSpec, View, Work } from '@crossover/model';

/** A lane's function, as JavaScript calls it. */
export type ItemFunction = (...parts: readonly never[]) => unknown;

/** A place in memory that the function can read, where every item's array is copied before the call. */
export interface Place {
  readonly view: View;
  /** What the function gets instead of the array, before the array's length. */
  readonly address: number;
}

/** Executes the calls for the items `[start, end)`. */
export type ItemCalls = (start: number, end: number) => void;

/** Up to so many elements a loop copies faster than `TypedArray.set`: see the README of the kernel `calls`. */
const LOOP_MOST = 16;

/**
 * The calls of a pass whose function is called once per item: one after the other, each with the item's parts of the
 * regions read, and what it returns goes to the item's slot. Where an item owns several elements, the host holds them as
 * an array of its own, as a user would: all arrays are made here, none between the calls.
 * @param placeOf where a region's arrays are copied to; without it the function gets the arrays themselves
 * @throws CrossoverError `lane-unavailable` when a region does not fit.
 */
export function itemCalls(
  work: Work,
  pass: ItemPassSpec,
  call: ItemFunction,
  placeOf?: (region: string) => Place,
): ItemCalls {
  const views = viewsOf(work.layout, work.arena);
  /** What the loop below refers to, by name. */
  const bound = new Map<string, unknown>([['call', call]]);
  const copies: string[] = [];
  const parts = pass.reads.flatMap(({ region }, index) => {
    const width = widthOf(work, pass, region);
    const [part, place] = [`part${index}`, `place${index}`];
    bound.set(part, width === 1 ? views[region] : itemArrays(work, region, width));
    if (width === 1 || placeOf === undefined) return [`${part}[item]`];
    const { view, address } = placeOf(region);
    bound.set(place, view);
    copies.push(copyOf(`${part}[item]`, place, width));
    return [String(address), String(width)];
  });
  const [slots] = pass.writes;
  if (slots !== undefined) {
    if (widthOf(work, pass, slots) !== 1) throw unfit(work, pass, slots);
    bound.set('slots', views[slots]);
  }
  const store = slots === undefined ? '' : 'slots[item] = ';
  // Compiled for each pass by itself: V8 does not inline at a call site that has seen several functions, and the loop
  // in a user's program sees one.
  const source = `return (start, end) => {
    for (let item = start; item < end; item++) {
      ${copies.join('\n')}
      ${store}call(${parts.join(', ')});
    }
  };`;
  const make = compileFunction(source, [...bound.keys()]);
  const calls: ItemCalls = make(...bound.values());
  return calls;
}

/** Copies an array of that many elements. */
function copyOf(array: string, place: string, width: number): string {
  if (width > LOOP_MOST) return `${place}.set(${array});`;
  return `{ const array = ${array}; for (let i = 0; i < ${width}; i++) ${place}[i] = array[i]; }`;
}

/** How many elements of a region each item owns. */
function widthOf(work: Work, pass: ItemPassSpec, name: string): number {
  const { division } = regionOf(work.layout, name);
  if (division.kind !== 'stride') throw unfit(work, pass, name);
  return division.elements;
}

/** Each item's part of a region, as an array of its own on the same memory. */
function itemArrays({ layout, arena }: Work, name: string, width: number): readonly View[] {
  const { element, offset } = regionOf(layout, name);
  const bytes = width * ELEMENT_BYTES[element];
  return Array.from({ length: layout.items }, (_, item) =>
    viewOf(element, arena, offset + item * bytes, width),
  );
}

function unfit({ kernel }: Work, { name }: ItemPassSpec, region: string): CrossoverError {
  return new CrossoverError({
    code: 'lane-unavailable',
    message: `${kernel.id}: ${name} is called once per item, which the region ${region} does not fit`,
    hint: 'what it reads must have a stride, what it writes a stride of 1',
  });
}
