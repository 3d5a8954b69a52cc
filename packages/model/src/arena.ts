import { ELEMENT_BYTES, ownSpan, viewOf } from './region.ts';
import type { DivisionSpec, KernelSpec, Parameters } from './kernel.ts';
import type { Division, PlacedRegion, Span, View, Views } from './region.ts';

/** Regions start on their own cache line, so that no two share one. */
export const REGION_ALIGNMENT = 64;

/** Where each region of a workload lies. Plain data: it crosses threads and processes as it is. */
export interface ArenaLayout {
  readonly items: number;
  readonly regions: readonly PlacedRegion[];
  readonly byteLength: number;
}

/**
 * Places a kernel's regions one after the other.
 * @param inputs the input regions' contents, which give their lengths
 * @throws RangeError when an input is missing, has the wrong type or length, or a region has no known length.
 */
export function layOut(kernel: KernelSpec, parameters: Parameters, inputs: Views): ArenaLayout {
  const items = kernel.items(parameters);
  const lengths = kernel.lengths?.(parameters) ?? {};
  const regions: PlacedRegion[] = [];
  let byteLength = 0;
  for (const [name, spec] of Object.entries({ ...kernel.inputs, ...kernel.outputs })) {
    const division = resolve(spec.division, parameters);
    const owned = ownedLength(division, items, inputs);
    const length = inputs[name]?.length ?? owned ?? lengths[name];
    if (length === undefined) throw new RangeError(`${kernel.id}: region ${name} has no known length`);
    if (owned !== undefined && owned !== length) {
      throw new RangeError(`${kernel.id}: region ${name} has ${length} elements, but its items own ${owned}`);
    }
    const offset = alignUp(byteLength);
    regions.push({ name, element: spec.element, division, offset, length });
    byteLength = offset + length * ELEMENT_BYTES[spec.element];
  }
  for (const [name, { element }] of Object.entries(kernel.inputs)) {
    const expected = viewOf(element, new ArrayBuffer(0), 0, 0).constructor.name;
    const actual = inputs[name]?.constructor.name ?? 'missing';
    if (actual !== expected) {
      throw new RangeError(`${kernel.id}: input ${name} is ${actual}, expected ${expected}`);
    }
  }
  return { items, regions, byteLength: alignUp(byteLength) };
}

function resolve(division: DivisionSpec, parameters: Parameters): Division {
  if (division.kind !== 'stride' || typeof division.elements === 'number') return division as Division;
  return { kind: 'stride', elements: division.elements(parameters) };
}

function alignUp(offset: number): number {
  return Math.ceil(offset / REGION_ALIGNMENT) * REGION_ALIGNMENT;
}

function ownedLength(division: Division, items: number, inputs: Views): number | undefined {
  switch (division.kind) {
    case 'whole':
      return undefined;
    case 'stride':
      return items * division.elements;
    case 'boundaries':
      return items + 1;
    case 'segments':
      return inputs[division.boundaries]?.[items];
  }
}

/** Views on all regions of an arena that starts at `base` bytes into `buffer`. */
export function viewsOf(layout: ArenaLayout, buffer: ArrayBufferLike, base = 0): Views {
  return Object.fromEntries(
    layout.regions.map((region) => [
      region.name,
      viewOf(region.element, buffer, base + region.offset, region.length),
    ]),
  );
}

/**
 * The region of that name.
 * @throws RangeError when the layout has none.
 */
export function regionOf(layout: ArenaLayout, name: string): PlacedRegion {
  const region = layout.regions.find((candidate) => candidate.name === name);
  if (region === undefined) throw new RangeError(`no region ${name} in the layout`);
  return region;
}

/** The elements of a region that the items `[start, end)` own; see `ownSpan`. */
export function spanIn(layout: ArenaLayout, views: Views, name: string, start: number, end: number): Span {
  const region = regionOf(layout, name);
  const { division } = region;
  const boundaries: View | undefined = division.kind === 'segments' ? views[division.boundaries] : undefined;
  return ownSpan(region, start, end, boundaries);
}
