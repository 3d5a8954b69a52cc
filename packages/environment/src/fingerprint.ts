import { cpus, release, totalmem } from 'node:os';
import { assemblyscript } from './assemblyscript.ts';
import { outputOf } from './commands.ts';
import { availableCores } from './cores.ts';
import { libcVersion } from './libc.ts';
import { readText } from './system-files.ts';
import { virtualisation } from './virtualisation.ts';
import type { Fingerprint } from '@crossover/model';

const GIBIBYTE = 2 ** 30;

/** What this machine and its toolchain are. Two runs with the same id may be compared. */
export async function fingerprint(): Promise<Fingerprint> {
  const rustc = await outputOf('rustc', ['--version']);
  return await identified({
    cpuModel: cpus()[0]?.model.trim() || 'unknown',
    cores: availableCores().usable,
    memoryBytes: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    kernelVersion: release(),
    virtualisation: virtualisation(readText),
    libc: libcVersion(),
    node: process.versions.node,
    v8: process.versions.v8,
    assemblyscript: assemblyscript()?.version,
    rustc: rustc?.replace(/^rustc /, ''),
  });
}

/** The fields of a fingerprint before it has an id; those that cannot be known are undefined. */
export type Identity = {
  readonly [Field in Exclude<keyof Fingerprint, 'id'>]: Fingerprint[Field] | undefined;
} & Omit<Fingerprint, 'id' | 'virtualisation' | 'libc' | 'assemblyscript' | 'rustc'>;

/** Adds the id: a hash over the fields. */
export async function identified(identity: Identity): Promise<Fingerprint> {
  // Loaded late: it takes 10 ms, and a trial that only reads counters needs none.
  const { createHash } = await import('node:crypto');
  const known = Object.entries(identity).filter(([, value]) => value !== undefined);
  // The kernel keeps a little memory for itself, and not always the same: only whole gibibytes count.
  const hashed = known.map(([field, value]) =>
    field === 'memoryBytes' ? [field, Math.round(Number(value) / GIBIBYTE)] : [field, value],
  );
  const text = JSON.stringify(hashed.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
  const id = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return { id, ...(Object.fromEntries(known) as Omit<Fingerprint, 'id'>) };
}
