import { join } from 'node:path';
import { analyse, openQuestions } from '@crossover/analysis';
import { availableCores } from '@crossover/environment';
import { CrossoverError, failureOf } from '@crossover/model';
import { measure } from '@crossover/measure';
import { renderKernel, renderSummary } from '@crossover/report';
import { crowdingNote } from '../crowding.ts';
import { exitCodeOf, EXIT } from '../exit-code.ts';
import { checkDemands, refusalOf } from '../refusal.ts';
import { INVOCATION } from '../invocation.ts';
import { judgedResult } from '../judged-result.ts';
import { Interruption } from '../interruption.ts';
import { messageOf } from '../message.ts';
import { newRun, reopenedRun } from '../run-folder.ts';
import { Progress } from '../progress.ts';
import { StatusLine } from '../status-line.ts';
import { shortPath } from '../short-path.ts';
import { styleOf } from '../terminal.ts';
import { writeResult } from '../result-file.ts';
import type { ExitCode } from '../exit-code.ts';
import type { OpenRun } from '../run-folder.ts';
import type { Result, RunRecord } from '@crossover/model';
import type { RunFlags } from '../verbs/run.ts';

/** Measures, prints each kernel as soon as it is finished and the answer at the end, and keeps the run. */
export async function run(kernels: readonly string[], flags: RunFlags): Promise<ExitCode> {
  checkDemands(flags.failOn ?? []);
  const interruption = new Interruption();
  try {
    const open =
      flags.resume === undefined
        ? await newRun(kernels, flags, interruption.signal)
        : await reopenedRun(kernels, flags, flags.resume);
    try {
      return await measureAndPrint(open, flags, interruption.signal);
    } finally {
      open.writer.close();
    }
  } finally {
    interruption.end();
  }
}

async function measureAndPrint(open: OpenRun, flags: RunFlags, signal: AbortSignal): Promise<ExitCode> {
  const { head, plan, writer } = open;
  const records: RunRecord[] = [...open.records];
  const progress = new Progress(plan, await StatusLine.on(process.stderr));
  const style = styleOf(process.stdout);
  const resultSoFar = (): Result => analyse({ head, plan, records });
  const printed = new Set<string>();
  process.stderr.write(`run: ${shortPath(writer.directory)}\n`);
  const crowding = crowdingNote(plan.kernels.flatMap(({ cells }) => cells));
  if (crowding !== undefined) process.stderr.write(`note: ${crowding}\n`);
  try {
    await measure(plan, {
      signal,
      earlier: open.records,
      record: (record) => {
        writer.append(record);
        records.push(record);
      },
      openQuestions: (kernel) => openQuestions({ head, plan, records }, kernel),
      cores: availableCores().usable,
      tell: (event) => {
        progress.tell(event);
        if (event.kind !== 'kernel-finished') return;
        const { kernel, workload } = event.kernel;
        // A kernel that got more blocks later is in the summary.
        if (printed.has(`${kernel}/${workload}`)) return;
        printed.add(`${kernel}/${workload}`);
        process.stdout.write(`${renderKernel(resultSoFar(), kernel, style, workload)}\n\n`);
      },
    });
  } catch (error) {
    progress.clear();
    return stopped(error, open, records.length);
  }
  const result = judgedResult({ head, plan, records });
  process.stdout.write(
    `${renderSummary(result, style, { directory: shortPath(writer.directory), invocation: INVOCATION })}\n`,
  );
  writeResult(result, join(writer.directory, 'result.json'));
  if (flags.json !== undefined) writeResult(result, flags.json);
  if (result.cells.some(({ status }) => status === 'failed')) return EXIT.failed;
  return refusalOf(result, flags.failOn ?? []);
}

/** Says what was kept, and how to go on. */
function stopped(error: unknown, { writer }: OpenRun, records: number): ExitCode {
  const failure = failureOf(error);
  const folder = shortPath(writer.directory);
  const kept = `${records} records kept in ${folder}`;
  const hint = `${INVOCATION} --resume ${folder}`;
  if (failure.code === 'internal') throw new CrossoverError({ ...failure, where: kept, hint }, error);
  process.stderr.write(messageOf({ ...failure, where: kept, hint }));
  return exitCodeOf(failure.code);
}
