import type { Result } from '@crossover/model';

/** Where, with what and how was measured: a few short phrases. */
export function machineOf({ fingerprint, commit, settings }: Result): readonly string[] {
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
    `profile ${settings.profile}: ${settings.blocks} ${settings.blocks === 1 ? 'block' : 'blocks'}, seed ${settings.seed}`,
    ...(commit ? [`commit ${commit.id.slice(0, 12)}${commit.dirty ? ' with changes' : ''}`] : []),
  ];
}
