import { PROFILE_NAMES } from '@crossover/model';
import { settingsOf } from '../../../packages/measure/src/profile.ts';
import { spareBlocks } from '../../../packages/measure/src/turns.ts';
import { table } from './table.ts';
import type { Settings } from '@crossover/model';

/** What a setting is called, and its value as text. */
const ROWS: Readonly<Record<string, (settings: Settings) => string>> = {
  'looks: finished after so many blocks when nothing is open': ({ looks }) => looks.join(', '),
  'most blocks measured in place of disturbed ones': (settings) => String(spareBlocks(settings)),
  'warm-up: fewest operations': ({ warmUp }) => String(warmUp.fewestOperations),
  'warm-up: shortest': ({ warmUp }) => milliseconds(warmUp.leastNs),
  'warm-up: ends, steady or not, after': ({ warmUp }) => milliseconds(warmUp.mostNs),
  'steady: operations whose medians are compared': ({ warmUp }) =>
    `last ${warmUp.window}, ${warmUp.window} before`,
  'steady: largest difference of the two': ({ warmUp }) => `${100 * warmUp.tolerance} %`,
  'shortest sample': ({ sampleNs }) => milliseconds(sampleNs),
  'samples of a trial last together about': ({ sampledNs }) => milliseconds(sampledNs),
  'fewest and most samples in a trial': ({ fewestSamples, mostSamples }) =>
    `${fewestSamples} to ${mostSamples}`,
};

/** The profiles, from the settings that they stand for. */
export async function profilesTable(): Promise<string> {
  const settings = PROFILE_NAMES.map((name) => settingsOf(name, 0));
  const rows = Object.entries(ROWS).map(([title, textOf]) => [title].concat(settings.map(textOf)));
  return table(['', ...PROFILE_NAMES.map((name) => `\`${name}\``)], rows);
}

function milliseconds(nanoseconds: number): string {
  return `${nanoseconds / 1e6} ms`;
}
