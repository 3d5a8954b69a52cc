import type { Result, Tuning } from '@crossover/model';

/** Where, with what and how was measured: a few short phrases. */
export function machineOf({ fingerprint, commit, settings, mergedFrom }: Result): readonly string[] {
  const {
    cpuModel,
    cores,
    platform,
    virtualisation,
    node,
    nodeOptions = [],
    assemblyscript,
    rustc,
  } = fingerprint;
  const virtual = virtualisation === undefined ? '' : `, ${virtualisation}`;
  return [
    `${cpuModel}, ${cores} ${cores === 1 ? 'core' : 'cores'}, ${platform}${virtual}`,
    [
      [`Node ${node.replace(/^v/, '')}`, ...nodeOptions].join(' '),
      assemblyscript && `AssemblyScript ${assemblyscript}`,
      rustc && `rustc ${rustc.replace(/^rustc /, '')}`,
    ]
      .filter(Boolean)
      .join(', '),
    [
      `profile ${settings.profile}: at most ${settings.blocks} ${settings.blocks === 1 ? 'block' : 'blocks'}, seed ${settings.seed}`,
      ...tuningWords(settings),
    ].join('; '),
    ...(mergedFrom
      ? [`merged from ${mergedFrom.length} runs: ${mergedFrom.map(({ name }) => name).join(', ')}`]
      : []),
    ...(commit ? [`commit ${commit.id.slice(0, 12)}${commit.dirty ? ' with changes' : ''}`] : []),
  ];
}

/**
 * What stands above everything in the report of a run that mixes machines, toolchains or sources; undefined for any
 * other. The facts of `machineOf` are then those of its first part only.
 */
export function mixtureWarning({ mixed, mergedFrom = [] }: Result): string | undefined {
  if (mixed === undefined) return undefined;
  return `This run mixes figures that do not mix: its ${mergedFrom.length} parts differ in ${mixed.join('; ')}. Its means are those of no machine or program, and no verdict is given.`;
}

/** What the executors of a run were told, each in a few words; nothing where they chose themselves. */
export function tuningWords({ waitPolicy, chunking, pinned }: Tuning): readonly string[] {
  return [
    ...(waitPolicy ? [`waiting: ${waitPolicy}`] : []),
    ...(chunking ? [`chunks: ${chunking}`] : []),
    ...(pinned ? ['workers pinned to cores'] : []),
  ];
}
