import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CrossoverError } from '@crossover/model';
import { z } from 'zod';
import { livenessOf, ownIdentity } from './process-identity.ts';
import { writeWhole } from './run-files.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** The right to write a run. */
export interface WriterLock {
  /** Gives it back. Safe to call twice. */
  readonly release: () => void;
}

const LOCK_NAME = /^writer-[\da-f-]{36}\.lock$/;

const identityWire: z.ZodType<ProcessIdentity> = z.object({
  pid: z.int().positive(),
  host: z.string(),
  boot: z.exactOptional(z.string()),
  start: z.exactOptional(z.string()),
  at: z.number(),
});

/**
 * Takes the right to write the run in a folder. Whoever wants it first lays down a file of its own that says which
 * process it is, and then looks for those of others: of two that do so at the same time, at least one sees the other
 * and gives way. The file of a process that has ended, killed or with its machine, means nothing, and is removed.
 * @throws CrossoverError `usage` when another writer has it, or may have it; the file system's error.
 */
export function lockRun(directory: string): WriterLock {
  const name = `writer-${randomUUID()}.lock`;
  const path = join(directory, name);
  writeWhole(path, `${JSON.stringify(ownIdentity())}\n`);
  const release = (): void => {
    try {
      rmSync(path, { force: true });
    } catch {
      // It means nothing as soon as this process has ended.
    }
  };
  try {
    for (const other of readdirSync(directory)) {
      if (other !== name && LOCK_NAME.test(other)) giveWayTo(join(directory, other), directory);
    }
    return { release };
  } catch (error) {
    release();
    throw error;
  }
}

function giveWayTo(path: string, directory: string): void {
  const holder = readHolder(path);
  const liveness = holder === undefined ? 'ended' : livenessOf(holder);
  if (holder === undefined || liveness === 'ended') {
    rmSync(path, { force: true });
    return;
  }
  const process = `process ${holder.pid}${liveness === 'unknown' ? ` on ${holder.host}` : ''}`;
  throw new CrossoverError({
    code: 'usage',
    message: `another process is writing the run in ${directory}`,
    where: `${process}, by ${path}`,
    hint:
      liveness === 'unknown'
        ? 'wait until it has ended; if it has, remove that file'
        : 'wait until it has ended, or end it; what it has measured is kept',
  });
}

/** Undefined when the file is gone, or is not what was written: only a power failure leaves such a one. */
function readHolder(path: string): ProcessIdentity | undefined {
  try {
    return identityWire.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
