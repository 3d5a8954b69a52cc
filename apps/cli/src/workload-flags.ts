import { INVOCATION } from './invocation.ts';
import { CrossoverError } from '@crossover/model';
import { chooseWorkload } from '@crossover/measure';
import type { ChosenWorkload } from '@crossover/measure';
import type { SelectionFlags } from './selection.ts';
import type { WorkloadName } from '@crossover/model';

/**
 * The workloads of each kernel, one kernel after the other.
 * @throws CrossoverError `usage` when a custom workload is asked of several kernels or sizes, or does not fit the one.
 */
export async function workloadsOf(
  kernels: readonly string[],
  flags: SelectionFlags,
  named: WorkloadName,
  signal: AbortSignal,
): Promise<readonly ChosenWorkload[]> {
  const { set = {}, input } = flags;
  const custom = Object.keys(set).length > 0 || input !== undefined;
  if (custom && kernels.length !== 1) {
    const hint = `${INVOCATION} ${kernels[0]} --set …`;
    throw new CrossoverError({ code: 'usage', message: '--set and --input need exactly one kernel', hint });
  }
  const names = flags.workload ?? [named];
  if (custom && names.length !== 1) {
    const hint = 'name the one workload that they change';
    throw new CrossoverError({
      code: 'usage',
      message: '--set and --input need exactly one --workload',
      hint,
    });
  }
  const file = input === undefined ? {} : { inputFile: input };
  return await Promise.all(
    kernels.flatMap((kernel) =>
      names.map(async (workload) => await chooseWorkload({ kernel, workload, set, ...file }, signal)),
    ),
  );
}
