import { regionOf, spanIn } from '@crossover/model';
import type { ArenaLayout, KernelSpec, View, Views } from '@crossover/model';
import type { Chunk } from './claim.ts';

/** A stretch of a region on its way to another process. */
export interface Parcel {
  readonly region: string;
  /** First element. */
  readonly from: number;
  readonly elements: View;
}

/** The regions that a pass needs and fills, by how a process that has an arena of its own gets at them. */
export interface Traffic {
  /** Read as a whole by every chunk. */
  readonly wholes: readonly string[];
  /** Read by a chunk where its own items lie. */
  readonly owns: readonly string[];
  readonly writes: readonly string[];
}

/** The traffic of every pass of a kernel, in order. */
export function trafficOf(kernel: KernelSpec, layout: ArenaLayout): readonly Traffic[] {
  const isWhole = (region: string): boolean => regionOf(layout, region).division.kind === 'whole';
  return kernel.passes.map(({ reads, writes }) => {
    const wholes = reads.filter(({ region, span }) => span === 'all' || isWhole(region)).map(nameOf);
    const owns = reads.map(nameOf).filter((region) => !wholes.includes(region));
    // Where a segment lies is written in another region, which the pass may not list.
    const boundaries = [...owns, ...writes].flatMap((name) => {
      const { division } = regionOf(layout, name);
      return division.kind === 'segments' ? [division.boundaries] : [];
    });
    const implied = boundaries.filter((region) => !wholes.includes(region));
    return { wholes, owns: [...new Set([...owns, ...implied])], writes };
  });
}

function nameOf({ region }: { readonly region: string }): string {
  return region;
}

/** The items' own parts of some regions. They are views: sending them copies. */
export function packOwn(
  layout: ArenaLayout,
  views: Views,
  regions: readonly string[],
  { start, end }: Chunk,
): readonly Parcel[] {
  return regions.map((region) => {
    const { from, to } = spanIn(layout, views, region, start, end);
    return { region, from, elements: views[region]!.subarray(from, to) };
  });
}

/** Some regions as a whole. */
export function packWhole(views: Views, regions: readonly string[]): readonly Parcel[] {
  return regions.map((region) => ({ region, from: 0, elements: views[region]! }));
}

/** Puts parcels in their places in another arena of the same layout. */
export function unpack(parcels: readonly Parcel[], views: Views): void {
  for (const { region, from, elements } of parcels) views[region]!.set(elements, from);
}

/** Which children have the current contents of the regions that are read as a whole. */
export class Holdings {
  readonly #holders = new Map<string, Set<number>>();

  /** Nobody has anything: the inputs of a new operation are new. */
  reset(): void {
    this.#holders.clear();
  }

  /** These regions have been written. */
  change(regions: readonly string[]): void {
    for (const region of regions) this.#holders.delete(region);
  }

  /** Those of the regions that a child lacks; it is taken to have them from now on. */
  complete(child: number, regions: readonly string[]): readonly string[] {
    const lacking = regions.filter((region) => this.#holders.get(region)?.has(child) !== true);
    for (const region of lacking) {
      const holders = this.#holders.get(region);
      if (holders === undefined) this.#holders.set(region, new Set([child]));
      else holders.add(child);
    }
    return lacking;
  }
}
