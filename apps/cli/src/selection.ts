import { availableCores } from '@crossover/environment';
import { MODES, splitsOf } from '@crossover/executors';
import {
  parseChunking,
  parseLanes,
  parseModes,
  parseParameters,
  parsePlacements,
  parseWaitPolicy,
  parseWorkers,
  parseWorkloads,
} from './options.ts';
import type { Command } from 'commander';
import type { CellChoice } from '@crossover/measure';
import type { WorkerSplit } from '@crossover/executors';
import type { Chunking, Parameters, Tuning, WaitPolicy, WorkloadName } from '@crossover/model';
import type { WorkerCounts } from './options.ts';

/** The flags that choose cells, shared by the verbs that run some. */
export interface SelectionFlags {
  /** Names of lanes, and of groups of them. */
  readonly lane?: readonly string[];
  readonly mode?: readonly string[];
  readonly workers?: WorkerCounts;
  readonly placement?: readonly string[];
  readonly wait?: WaitPolicy;
  readonly chunking?: Chunking;
  readonly pin?: true;
  readonly workload?: readonly WorkloadName[];
  readonly set?: Parameters;
  readonly input?: string;
}

/** What a verb takes where a flag is absent, in words. */
interface Defaults {
  readonly lanes: string;
  readonly workers: string;
  readonly workload: WorkloadName;
}

/** Declares the flags of a selection. */
export function addSelection(command: Command, { lanes, workers, workload }: Defaults): Command {
  return command
    .option(
      '--lane <lanes>',
      `lanes, or plain, tuned, extra, all; comma-separated (default: ${lanes})`,
      parseLanes,
    )
    .option(
      '--mode <modes>',
      `modes, or standard, further, all; comma-separated (default: standard, which is ${standardModes().join(', ')})`,
      parseModes,
    )
    .option(
      '--workers <counts>',
      `worker counts, or processes x threads as in 2x2 for modes that divide them (default: ${workers})`,
      parseWorkers,
    )
    .option(
      '--placement <names>',
      'placements, comma-separated: default, and tuned ones as in default,shared (default: default)',
      parsePlacements,
    )
    .option(
      '--wait <policy>',
      'how workers wait: park, spin-then-park or spin (default: spin-then-park if there are more cores than workers)',
      parseWaitPolicy,
    )
    .option('--chunking <way>', 'how items are cut: guided, fixed or static (default: fixed)', parseChunking)
    .option('--pin', 'keep every worker on a core of its own')
    .option(
      '--workload <names>',
      `smoke, small, medium, large, comma-separated (default: ${workload})`,
      parseWorkloads,
    )
    .option(
      '--set <parameters>',
      'change parameters of the workload, as in size=2000,steps=10',
      parseParameters,
    )
    .option('--input <file>', 'read the input from a file (kernels that read bytes)');
}

/** As many workers as there are cores to run them. */
export function workersForCores(): readonly number[] {
  return [availableCores().usable];
}

/** The modes that are taken where no flag says which. */
function standardModes(): readonly string[] {
  return MODES.filter(({ standing }) => standing === 'standard').map(({ id }) => id);
}

/**
 * Where and on how many workers the cells of a selection run.
 * @param counts the numbers of workers where no flag says any
 */
export function placesOf(
  { mode, workers, placement, pin }: SelectionFlags,
  counts: readonly number[],
): Omit<CellChoice, 'lanes'> {
  const { counts: asked = [], splits: divided = [] } = workers ?? {};
  // Numbers that stand beside divisions are divided, too.
  const splits = new Map([...asked.flatMap(splitsOf), ...divided].map((split) => [nameOf(split), split]));
  return {
    modes: mode ?? standardModes(),
    workers: asked.length > 0 ? asked : counts,
    ...(divided.length > 0 && { splits: [...splits.values()] }),
    ...(placement && { placements: placement }),
    ...(pin && { pinned: pin }),
  };
}

function nameOf({ processes, threads }: WorkerSplit): string {
  return `${processes}x${threads}`;
}

/** What a selection tells the executors. */
export function tuningIn({ wait, chunking, pin }: SelectionFlags): Tuning {
  return { ...(wait && { waitPolicy: wait }), ...(chunking && { chunking }), ...(pin && { pinned: pin }) };
}
