export { modeOf, MODES } from './catalogue.ts';
export { fakeMode, virtualClock } from './fake.ts';
export type { FakeScript, VirtualClock } from './fake.ts';
export { MAXIMUM_WORKERS } from './worker-count.ts';
