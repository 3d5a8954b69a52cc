import { CrossoverError } from '@crossover/model';
import { hostWorkOf, planCells, verify as runOnce } from '@crossover/measure';
import { renderVerification } from '@crossover/report';
import { EXIT } from '../exit-code.ts';
import { Interruption } from '../interruption.ts';
import { StatusLine } from '../status-line.ts';
import { chosenKernels, namedLanes } from '../lane-choice.ts';
import { placesOf, tuningIn } from '../selection.ts';
import { styleOf } from '../terminal.ts';
import { VERIFIED_WORKERS } from '../verbs/verify.ts';
import { workloadsOf } from '../workload-flags.ts';
import type { CellCheck, PlannedCell } from '@crossover/model';
import type { CellChoice, Check, ChosenWorkload } from '@crossover/measure';
import type { ExitCode } from '../exit-code.ts';
import type { VerifyFlags } from '../verbs/verify.ts';

/** Runs every chosen cell once and prints which gave the right answer. */
export async function verify(names: readonly string[], flags: VerifyFlags): Promise<ExitCode> {
  const kernels = chosenKernels(names, flags);
  if (flags.output !== undefined && kernels.length !== 1) {
    throw new CrossoverError({ code: 'usage', message: '--output needs exactly one kernel' });
  }
  const interruption = new Interruption();
  try {
    const checks = await verifyAll(kernels, flags, interruption.signal);
    process.stdout.write(`${renderVerification(checks, styleOf(process.stdout))}\n`);
    return checks.some(({ status }) => status === 'failed') ? EXIT.failed : EXIT.fine;
  } finally {
    interruption.end();
  }
}

async function verifyAll(
  kernels: readonly string[],
  flags: VerifyFlags,
  signal: AbortSignal,
): Promise<readonly CellCheck[]> {
  const checks: CellCheck[] = [];
  const status = await StatusLine.on(process.stderr);
  try {
    const workloads = await workloadsOf(kernels, flags, 'smoke', signal);
    for (const [index, workload] of workloads.entries()) {
      const choice = {
        ...placesOf(flags, VERIFIED_WORKERS),
        lanes: namedLanes(workload.kernel.id, flags.lane ?? ['all']),
      };
      status.show(`verifying ${workload.kernel.id} (${index + 1} of ${workloads.length})`);
      checks.push(...(await verifyKernel(workload, choice, flags, signal)));
    }
  } finally {
    status.clear();
  }
  return checks;
}

/** Lane by lane, so that a lane that ends its process takes no other with it. */
async function verifyKernel(
  workload: ChosenWorkload,
  choice: CellChoice,
  flags: VerifyFlags,
  signal: AbortSignal,
): Promise<readonly CellCheck[]> {
  const checks: CellCheck[] = [];
  let kept = false;
  for (const lane of choice.lanes) {
    const cells = await planCells(workload.kernel.id, workload.name, { ...choice, lanes: [lane] });
    const available = cells.filter((cell) => cell.unavailable === undefined);
    const keep = kept || flags.output === undefined ? {} : { outputFile: flags.output };
    const options = { signal, tuning: tuningIn(flags), ...keep };
    const outcomes = await runOnce(hostWorkOf(workload), available, options);
    kept ||= available.length > 0;
    const [first] = outcomes;
    if (first?.status === 'failed' && first.failure.code === 'not-writable')
      throw new CrossoverError(first.failure);
    const byCell = new Map(available.map((cell, index) => [cell.id, outcomes[index]]));
    checks.push(...cells.map((cell) => checkOf(cell, byCell.get(cell.id))));
  }
  return checks;
}

function checkOf({ unavailable, ...cell }: PlannedCell, outcome: Check | undefined): CellCheck {
  if (unavailable !== undefined) return { ...cell, status: 'unavailable', ...unavailable };
  if (outcome !== undefined) return { ...cell, ...outcome };
  return { ...cell, status: 'failed', failure: { code: 'internal', message: 'it gave no answer' } };
}
