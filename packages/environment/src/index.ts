export { availableCores } from './cores.ts';
export type { Cores } from './cores.ts';
export { commitOf } from './commit.ts';
export type { Commit } from './commit.ts';
export { covariatesBetween, readCounters } from './counters.ts';
export type { Counters } from './counters.ts';
export { fingerprint } from './fingerprint.ts';
export { toolchains } from './toolchains.ts';
export type { Toolchain } from './toolchains.ts';
