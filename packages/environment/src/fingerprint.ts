import { cpus, release, totalmem } from 'node:os';
import { identityOf } from '@crossover/model';
import { assemblyscript } from './assemblyscript.ts';
import { outputOf } from './commands.ts';
import { availableCores } from './cores.ts';
import { libcVersion } from './libc.ts';
import { cpuFlags, governor } from './processor.ts';
import { namesIn, readText } from './system-files.ts';
import { virtualisation } from './virtualisation.ts';
import type { Fingerprint } from '@crossover/model';

/** What this machine and its toolchain are. Two runs with the same id may be compared. */
export async function fingerprint(): Promise<Fingerprint> {
  const rustc = await outputOf('rustc', ['--version']);
  const { usable, affinity, quota } = availableCores();
  const flags = cpuFlags(readText);
  return await identified({
    cpuModel: cpus()[0]?.model.trim() || 'unknown',
    cpuFlags: flags && (await hashOf(flags.join(' '))),
    cores: usable,
    coresByAffinity: affinity,
    coresByQuota: quota,
    memoryBytes: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    kernelVersion: release(),
    virtualisation: virtualisation(readText),
    governor: governor(readText, namesIn),
    libc: libcVersion(),
    node: process.versions.node,
    v8: process.versions.v8,
    nodeOptions: nodeOptions(process.env['NODE_OPTIONS']),
    assemblyscript: assemblyscript()?.version,
    rustc: rustc?.replace(/^rustc /, ''),
  });
}

/** The options in the variable NODE_OPTIONS, in their order, which may matter. Every process of a trial inherits them. */
export function nodeOptions(variable: string = ''): readonly string[] {
  return variable.split(/\s+/).filter((option) => option !== '');
}

/** The fields of a fingerprint before it has an id; those that cannot be known are undefined. */
export type Identity = {
  readonly [Field in Exclude<keyof Fingerprint, 'id'>]-?: undefined extends Fingerprint[Field]
    ? Fingerprint[Field] | undefined
    : Fingerprint[Field];
};

/** Adds the id: a hash over the fields. */
export async function identified(identity: Identity): Promise<Fingerprint> {
  const known = Object.entries(identity).filter(([, value]) => value !== undefined);
  const id = await hashOf(JSON.stringify(identityOf(identity)));
  return { id, ...(Object.fromEntries(known) as Omit<Fingerprint, 'id'>) };
}

async function hashOf(text: string): Promise<string> {
  // Loaded late: it takes 10 ms, and a trial that only reads counters needs none.
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
