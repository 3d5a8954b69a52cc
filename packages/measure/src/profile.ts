import type { ProfileName, Settings, Tuning } from '@crossover/model';

type Profile = Omit<
  Settings,
  'profile' | 'seed' | 'budgetNs' | 'blocks' | 'forceGc' | keyof Tuning | 'operationLimit'
>;

const MS = 1e6;

/** Disturbed blocks are measured again, a quarter of them at most. */
const SPARE_SHARE = 0.25;

/** Far more than machines and compilers differ from one operation to the next: what takes longer hangs. */
const OPERATION_LIMIT = { leastNs: 10_000 * MS, times: 50 };

/** How much a run measures. The number of blocks decides how narrow the intervals get. */
const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  quick: {
    looks: [3, 5, 8, 12],
    spareShare: SPARE_SHARE,
    // An operation that lasts as long as all of warm-up has warmed up within itself.
    warmUp: { fewestOperations: 1, leastNs: 40 * MS, mostNs: 100 * MS, window: 1, tolerance: 0.05 },
    // Longer than in other profiles: to read the counters around a sample takes up to 3 ms.
    sampleNs: 16 * MS,
    sampledNs: 170 * MS,
    fewestSamples: 1,
    mostSamples: 30,
  },
  standard: {
    looks: [8, 12, 18],
    spareShare: SPARE_SHARE,
    warmUp: { fewestOperations: 10, leastNs: 300 * MS, mostNs: 3000 * MS, window: 5, tolerance: 0.02 },
    sampleNs: 5 * MS,
    sampledNs: 300 * MS,
    fewestSamples: 5,
    mostSamples: 30,
  },
  rigorous: {
    looks: [8, 12, 18, 27, 40],
    spareShare: SPARE_SHARE,
    warmUp: { fewestOperations: 10, leastNs: 300 * MS, mostNs: 3000 * MS, window: 5, tolerance: 0.02 },
    sampleNs: 5 * MS,
    sampledNs: 500 * MS,
    fewestSamples: 10,
    mostSamples: 30,
  },
};

/**
 * The settings of a profile, with what the command line says otherwise. A number of blocks that was asked for is the
 * number that is measured: then nobody looks before.
 */
export function settingsOf(
  profile: ProfileName,
  seed: number,
  changes: Partial<Pick<Settings, 'blocks' | 'budgetNs' | 'forceGc' | keyof Tuning>> = {},
): Settings {
  const { blocks, ...others } = changes;
  const looks = blocks === undefined ? PROFILES[profile].looks : [blocks];
  const { [profile]: measuring } = PROFILES;
  return {
    profile,
    ...measuring,
    operationLimit: OPERATION_LIMIT,
    looks,
    blocks: looks.at(-1) ?? 1,
    ...others,
    seed,
  };
}
