import type { ProfileName, Settings } from '@crossover/model';

type Profile = Omit<Settings, 'profile' | 'seed' | 'budgetNs'>;

const MS = 1e6;

/** How much a run measures. The number of blocks decides how narrow the intervals get. */
const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  quick: {
    blocks: 6,
    warmUp: { fewestOperations: 2, leastNs: 40 * MS, mostNs: 120 * MS, window: 1, tolerance: 0.05 },
    sampleNs: 5 * MS,
    sampledNs: 90 * MS,
    fewestSamples: 2,
    mostSamples: 15,
  },
  standard: {
    blocks: 12,
    warmUp: { fewestOperations: 10, leastNs: 300 * MS, mostNs: 3000 * MS, window: 5, tolerance: 0.02 },
    sampleNs: 5 * MS,
    sampledNs: 300 * MS,
    fewestSamples: 5,
    mostSamples: 30,
  },
  rigorous: {
    blocks: 30,
    warmUp: { fewestOperations: 10, leastNs: 300 * MS, mostNs: 3000 * MS, window: 5, tolerance: 0.02 },
    sampleNs: 5 * MS,
    sampledNs: 500 * MS,
    fewestSamples: 10,
    mostSamples: 30,
  },
};

/** The settings of a profile, with what the command line says otherwise. */
export function settingsOf(
  profile: ProfileName,
  seed: number,
  changes: { readonly blocks?: number; readonly budgetNs?: number } = {},
): Settings {
  return { profile, ...PROFILES[profile], ...changes, seed };
}
