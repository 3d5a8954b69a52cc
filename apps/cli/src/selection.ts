import { availableCores } from '@crossover/environment';
import { MODES } from '@crossover/executors';
import { parseLanes, parseModes, parseParameters, parseWorkers, parseWorkload } from './options.ts';
import type { Command } from 'commander';
import type { Parameters, WorkloadName } from '@crossover/model';

/** The flags that choose cells, shared by the verbs that run some. */
export interface SelectionFlags {
  /** Names of lanes, and of groups of them. */
  readonly lane?: readonly string[];
  readonly mode?: readonly string[];
  readonly workers?: readonly number[];
  readonly workload?: WorkloadName;
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
    .option('--mode <modes>', `modes, comma-separated (default: ${modeIds().join(',')})`, parseModes)
    .option('--workers <counts>', `worker counts of the parallel modes (default: ${workers})`, parseWorkers)
    .option('--workload <name>', `smoke, small, medium or large (default: ${workload})`, parseWorkload)
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

/** All modes, which are taken where no flag says which. */
export function modeIds(): readonly string[] {
  return MODES.map(({ id }) => id);
}
