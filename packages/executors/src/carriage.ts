import { unpack } from './parcel.ts';
import type { Views } from '@crossover/model';
import type { ChunkRequest, DoneReply } from './protocol.ts';
import type { Parcel, Traffic } from './parcel.ts';

/** How what a chunk reads gets to a child, and what it writes comes back: the parent's half. */
export interface Carriage {
  /** A new operation begins: its inputs are new. */
  readonly begin: () => void;
  /** All items of a pass are done. */
  readonly passed: (traffic: Traffic) => void;
  /** Makes parcels part of a request. */
  readonly give: (parcels: readonly Parcel[]) => Pick<ChunkRequest, 'inputs' | 'deposits'>;
  /** Puts what an answer brings in its places. */
  readonly take: (reply: DoneReply, views: Views) => void;
}

/** All of it in the messages themselves. */
export const inMessages: Carriage = {
  begin: () => {},
  passed: () => {},
  give: (inputs) => ({ inputs }),
  take: ({ outputs }, views) => unpack(outputs, views),
};
