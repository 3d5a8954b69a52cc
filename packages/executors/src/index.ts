export { modeOf, MODES } from './catalogue.ts';
export { fakeMode, virtualClock } from './fake.ts';
export type { FakeScript, VirtualClock } from './fake.ts';
export { placementsHint } from './job-check.ts';
export { pinningUnavailable } from './pinning.ts';
export { ownPeakMemory, ownProportionalMemory } from './resource-usage.ts';
export { MAXIMUM_WORKERS } from './worker-count.ts';
export { splitsOf } from './worker-split.ts';
export type { WorkerSplit } from './worker-split.ts';
