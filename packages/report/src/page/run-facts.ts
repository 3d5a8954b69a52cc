import { formatBytes } from '../size.ts';
import { formatDuration } from '../duration.ts';
import { pageText } from './page-text.ts';
import { symbolsOf } from '../symbols.ts';
import { tuningWords } from '../machine.ts';
import type { Result } from '@crossover/model';

const STYLE = { unicode: true };

/** A fact about a run: its name, and what is known. */
export type RunFact = readonly [name: string, text: string];

/** Where, with what and how was measured. */
export function runFacts(result: Result): readonly RunFact[] {
  const { fingerprint, settings, command, createdAt, commit, sources, mergedFrom } = result;
  const { cores, coresByAffinity, coresByQuota, nodeOptions = [] } = fingerprint;
  const symbols = symbolsOf(STYLE);
  const limits = [
    ...(coresByAffinity === undefined ? [] : [`${coresByAffinity} by affinity`]),
    ...(coresByQuota === undefined ? [] : [`${coresByQuota} by quota`]),
  ];
  const { blocks, looks, warmUp } = settings;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['command', command],
    ['measured', createdAt],
    ['processor', fingerprint.cpuModel],
    ['cores', `${cores}${limits.length > 0 ? ` (${limits.join(', ')})` : ''}`],
    ['memory', formatBytes(fingerprint.memoryBytes)],
    [
      'platform',
      [fingerprint.platform, fingerprint.kernelVersion, fingerprint.libc].filter(Boolean).join(', '),
    ],
    ['virtualisation', fingerprint.virtualisation],
    ['frequency governor', fingerprint.governor],
    ['Node', [`${fingerprint.node} (V8 ${fingerprint.v8})`, ...nodeOptions].join(' ')],
    ['AssemblyScript', fingerprint.assemblyscript],
    ['rustc', fingerprint.rustc],
    ['fingerprint', fingerprint.id],
    ['commit', commit && `${commit.id}${commit.dirty ? ' with changes' : ''}`],
    ['sources', sources],
    [
      'profile',
      `${settings.profile}: at most ${blocks} ${blocks === 1 ? 'block' : 'blocks'}, looks after ${looks.join(', ')}`,
    ],
    ['seed', String(settings.seed)],
    [
      'samples',
      `${settings.fewestSamples} to ${settings.mostSamples} in each trial, each of ${formatDuration(settings.sampleNs, symbols)} or more; ${formatDuration(settings.sampledNs, symbols)} together`,
    ],
    [
      'warm-up',
      `${warmUp.fewestOperations} operations or more, ${formatDuration(warmUp.leastNs, symbols)} to ${formatDuration(warmUp.mostNs, symbols)}`,
    ],
    ['budget', settings.budgetNs === undefined ? undefined : formatDuration(settings.budgetNs, symbols)],
    ['garbage', settings.forceGc ? 'collected before every sample' : undefined],
    ['executors', tuningWords(settings).join(', ')],
    ['merged from', mergedFrom?.map(({ name, command: of }) => `${name} (${of})`).join('; ')],
  ];
  return facts.flatMap(([name, text]) =>
    text === undefined || text === '' ? [] : [[name, pageText(text)] as const],
  );
}
