import { availableCores, fingerprint, toolchains } from '@crossover/environment';
import { LANES } from '@crossover/lanes';
import { floorsHere } from '../floors-here.ts';
import { probeNoise } from '@crossover/measure';
import { checkout } from '../checkout.ts';
import { listing } from '../listing.ts';
import { StatusLine } from '../status-line.ts';
import { styleOf } from '../terminal.ts';
import type { NoiseProbe } from '@crossover/measure';

/** Prints what machine this is, and how quiet. */
export async function showEnvironment(): Promise<void> {
  const tools = (await toolchains()).map(({ name, version, missing }) => [
    name,
    version ?? `missing: ${missing?.reason}`,
    missing?.remedy ?? '',
  ]);
  const sections = [
    ['machine', listing(rowsOf({ ...(await fingerprint()) }))],
    ['cores', listing(rowsOf({ ...availableCores() }))],
    ['toolchains', listing(tools)],
    ['what is measured', listing(await sourceRows())],
    ['vector instructions', listing(await instructionRows())],
    ['noise now', listing(noiseRows(await measureNoise()))],
    ['floors now', await floorsHere(styleOf(process.stdout))],
  ];
  process.stdout.write(`${sections.map(([title, body]) => `${title}\n${body}`).join('\n\n')}\n`);
}

async function sourceRows(): Promise<readonly (readonly string[])[]> {
  const { commit, sources } = await checkout();
  const unknown = 'unknown: this is no checkout';
  return [
    ['commit', commit === undefined ? unknown : `${commit.id}${commit.dirty ? ' with changes' : ''}`],
    ['sources', sources ?? unknown],
  ];
}

async function instructionRows(): Promise<readonly (readonly string[])[]> {
  const rows = LANES.map(async ({ id, instructions }) => {
    const found = await instructions?.();
    if (found === undefined) return [];
    return [typeof found === 'string' ? [id, found] : [id, `unknown: ${found.reason}`, found.remedy]];
  });
  return (await Promise.all(rows)).flat();
}

async function measureNoise(): Promise<NoiseProbe> {
  const status = await StatusLine.on(process.stderr);
  status.showBriefly('watching the machine for a second');
  try {
    return probeNoise();
  } finally {
    status.clear();
  }
}

function rowsOf(record: Readonly<Record<string, unknown>>): readonly (readonly string[])[] {
  return Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') || 'none' : String(value)]);
}

function noiseRows({ spins, median, slowest, stolenShare }: NoiseProbe): readonly (readonly string[])[] {
  return [
    ['probe', `the same work ${spins} times; its fastest time is 100 %`],
    ['median', percent(median)],
    ['slowest in a hundred', percent(slowest)],
    [
      'taken by other machines',
      stolenShare === undefined ? 'not offered by this platform' : percent(stolenShare),
    ],
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
