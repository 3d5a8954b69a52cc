export { ADDON_PATH, addonUnavailable, loadAddon, simdPath } from './addon.ts';
export type { Addon, BoundPass, ItemPass, PassRequest, RegionPlace } from './addon.ts';
export { sourcesHash } from './sources-hash.ts';
