import { regionOf, spanIn } from '@crossover/model';
import type { ArenaLayout, Views } from '@crossover/model';
import type { Carriage } from './carriage.ts';
import type { Deposit, RegionFile } from './region-file.ts';
import type { Parcel } from './parcel.ts';

/**
 * What chunks read lies in a file, where also others find it: the parent writes there what is not there yet, and the
 * children the rest.
 * @param views on the parent's arena; at first the file holds the same
 */
export function inFile(file: RegionFile, layout: ArenaLayout, views: Views): Carriage {
  /** Regions of which the items' own parts are in the file, as they are in the arena; and those that are as a whole. */
  const [owns, wholes] = [new Set<string>(), new Set<string>()];
  const isWhole = ({ region, elements }: Parcel): boolean => elements.length === views[region]!.length;
  const ownedByItems = (region: string): boolean => {
    if (regionOf(layout, region).division.kind === 'whole') return true;
    const { from, to } = spanIn(layout, views, region, 0, layout.items);
    return from === 0 && to === views[region]!.length;
  };
  const give = (parcel: Parcel): Deposit => {
    const { region, from, elements } = parcel;
    const whole = isWhole(parcel);
    if (wholes.has(region) || (!whole && owns.has(region))) return { region, from, length: elements.length };
    if (whole) wholes.add(region);
    return file.write([parcel])[0]!;
  };
  return {
    begin: () => {
      owns.clear();
      wholes.clear();
    },
    passed: (traffic) => {
      for (const region of [...traffic.owns, ...traffic.writes]) {
        owns.add(region);
        if (ownedByItems(region)) wholes.add(region);
      }
    },
    give: (parcels) => ({ inputs: [], deposits: parcels.map(give) }),
    take: ({ deposits = [] }, target) => file.read(deposits, target),
  };
}
