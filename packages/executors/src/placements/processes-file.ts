import { closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { openNameless } from '@crossover/addon';
import { laneOf } from '@crossover/lanes';
import { CrossoverError } from '@crossover/model';
import { assignmentOf, fillArena } from '../binding.ts';
import { INHERITED_FILE } from '../child-process.ts';
import { inFile } from '../deposits.ts';
import { Distribution } from '../distribution.ts';
import { messageCrew } from '../message-crew.ts';
import { packWhole } from '../parcel.ts';
import { RegionFile } from '../region-file.ts';
import type { Job, KernelSpec, PlacementChoice, Unavailable, Views } from '@crossover/model';
import type { ProcessPlacement } from '../process-placement.ts';

/** Chunks in messages, and what they read and write in a file: what programs do that cannot share memory. */
export const throughFile: PlacementChoice = {
  id: 'file',
  title: 'chunks in messages, and their data in a file that all processes have open',
  unavailable: async () => fileUnavailable(),
};

/**
 * Every process has an arena of its own, and all have a file in which the regions lie as in these. It is among the
 * temporary files, where no folder lists it; the children are born with it open. All of it is written at once.
 * @throws CrossoverError `mode-unavailable` when there is no room for the file.
 */
export function placeInFile(kernel: KernelSpec, job: Job, entry: URL): ProcessPlacement {
  const assignment = assignmentOf(job);
  const views = fillArena(job, new ArrayBuffer(job.layout.byteLength));
  const { chunksPerWorker } = laneOf(job.lane);
  const file = createFile(job, views);
  const carriage = inFile(new RegionFile(file, job.layout), job.layout, views);
  let open = true;
  return {
    entry,
    views,
    waitPolicy: 'park',
    inherits: file,
    bindRequest: () => ({ kind: 'bind', assignment, file: INHERITED_FILE }),
    gather: (recipients) => {
      const terms = { chunksPerWorker, sentIn: 'transport', carriage } as const;
      return messageCrew(new Distribution(kernel, job, views, recipients, terms), recipients);
    },
    release: () => {
      if (open) closeSync(file);
      open = false;
    },
  };
}

/** A file that holds what the arena holds; its descriptor. */
function createFile({ layout }: Job, views: Views): number {
  const folder = tmpdir();
  let file: number | undefined;
  try {
    file = openNameless(folder);
    new RegionFile(file, layout).write(packWhole(views, Object.keys(views)));
    return file;
  } catch (error) {
    if (file !== undefined) closeSync(file);
    const why = error instanceof Error ? error.message : String(error);
    throw new CrossoverError(
      {
        code: 'mode-unavailable',
        message: `no file for ${layout.byteLength} bytes in ${folder}: ${why}`,
        hint: 'make room, name another folder in TMPDIR, or leave out this placement',
      },
      error,
    );
  }
}

function fileUnavailable(): Unavailable | undefined {
  const folder = tmpdir();
  try {
    closeSync(openNameless(folder));
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { reason: `no file can be made in ${folder}: ${why}`, remedy: 'name another folder in TMPDIR' };
  }
}
