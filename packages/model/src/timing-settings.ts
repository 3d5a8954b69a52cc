import type { Settings } from './run.ts';

/** Whether a setting decides how a time is made; the others decide how many there are, and in which order. */
const DECIDES_TIMES: Readonly<Record<keyof Settings, boolean>> = {
  warmUp: true,
  sampleNs: true,
  sampledNs: true,
  fewestSamples: true,
  mostSamples: true,
  forceGc: true,
  waitPolicy: true,
  chunking: true,
  pinned: true,
  profile: false,
  blocks: false,
  looks: false,
  spareShare: false,
  operationLimit: false,
  budgetNs: false,
  seed: false,
};

/** The settings that decide how a time is made: times of runs that differ in one were not measured alike. */
export const TIMING_SETTINGS: readonly (keyof Settings)[] = (
  Object.keys(DECIDES_TIMES) as (keyof Settings)[]
).filter((field) => DECIDES_TIMES[field]);
