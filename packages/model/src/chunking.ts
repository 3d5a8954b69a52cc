/**
 * How the items of a pass are cut into chunks.
 * - `guided`: a chunk is a share of what is left, so that they shrink towards the end;
 * - `fixed`: equal chunks, several for each worker, taken by whoever is free: what is done where nothing is said;
 * - `static`: one chunk for each worker, its own.
 */
export const CHUNKINGS = ['guided', 'fixed', 'static'] as const;

export type Chunking = (typeof CHUNKINGS)[number];
