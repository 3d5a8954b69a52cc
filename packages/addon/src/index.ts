export { ADDON_PATH, addonUnavailable, loadAddon, simdPath } from './addon.ts';
export { measurePeaks } from './peaks.ts';
export type { PeakRequest } from './peaks.ts';
export type { Addon, BoundPass, ItemPass, PassRequest, RegionPlace, ThreadPool } from './addon.ts';
export { openNameless } from './nameless-file.ts';
export { SharedMapping, sharedMappingUnavailable } from './shared-mapping.ts';
export { sourcesHash } from './sources-hash.ts';
