/** What a newcomer needs to read the answers. */
export const LEGEND =
  'Speed-up: how many times faster than TypeScript on a single thread, with its 95 % interval; below 5 % it counts as the same. Interaction below 1: rewriting and cores together gain less than one times the other.';
