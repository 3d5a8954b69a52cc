import { join } from 'node:path';
import { analyse } from '@crossover/analysis';
import { CrossoverError, failureOf } from '@crossover/model';
import { measure } from '@crossover/measure';
import { renderKernel, renderSummary } from '@crossover/report';
import { exitCodeOf, EXIT } from '../exit-code.ts';
import { demandOf, refusalOf } from '../demand.ts';
import { INVOCATION } from '../invocation.ts';
import { Interruption } from '../interruption.ts';
import { messageOf } from '../message.ts';
import { newRun, reopenedRun } from '../run-folder.ts';
import { parseBlocks, parseDuration, parseProfile, parseSeed } from '../options.ts';
import { Progress } from '../progress.ts';
import { addSelection, plainLanes } from '../selection.ts';
import { styleOf } from '../terminal.ts';
import { writeResult } from '../result-file.ts';
import type { Demand } from '../demand.ts';
import type { ExitCode } from '../exit-code.ts';
import type { OpenRun, RunFlags } from '../run-folder.ts';
import type { Result, RunRecord } from '@crossover/model';
import type { Verb } from '../command.ts';

interface Flags extends RunFlags {
  readonly json?: string;
  readonly failOn?: readonly Demand[];
}

/** `run [KERNEL…]`, and what happens without a verb: measure, print the answer, keep the run. */
export const runVerb: Verb = (program, ended) => {
  const command = program
    .command('run', { isDefault: true })
    .description('measure kernels in every lane and mode, and say which lever is worth pulling (the default)')
    .argument('[kernels...]', 'kernels (default: all)');
  addSelection(command, {
    lanes: plainLanes().join(','),
    workers: 'as many as there are cores',
    workload: 'medium',
  })
    .option('--profile <name>', 'quick, standard or rigorous (default: quick)', parseProfile)
    .option('--budget <time>', 'stop in time, as in 90s or 5m', parseDuration)
    .option('--blocks <number>', 'how often every cell is measured in a process of its own', parseBlocks)
    .option('--seed <number>', 'draws the order of the cells (default: drawn anew)', parseSeed)
    .option('--out <folder>', 'where to keep the run (default: results/<time>-<fingerprint>)')
    .option('--json <file>', 'also write the analysed result')
    .option('--resume <folder>', 'go on with a run that was interrupted')
    .option('--fail-on <what>', 'exit with a code of its own on: inconclusive', demandOf)
    .action(async (kernels: readonly string[], flags: Flags) => {
      ended(await run(kernels, flags));
    });
};

async function run(kernels: readonly string[], flags: Flags): Promise<ExitCode> {
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

async function measureAndPrint(open: OpenRun, flags: Flags, signal: AbortSignal): Promise<ExitCode> {
  const { head, plan, writer } = open;
  const records: RunRecord[] = [...open.records];
  const progress = new Progress(plan, process.stderr);
  const style = styleOf(process.stdout);
  const resultSoFar = (): Result => analyse({ head, plan, records });
  process.stderr.write(`run: ${writer.directory}\n`);
  try {
    await measure(plan, {
      signal,
      earlier: open.records,
      record: (record) => {
        writer.append(record);
        records.push(record);
      },
      tell: (event) => {
        progress.tell(event);
        if (event.kind !== 'kernel-finished') return;
        process.stdout.write(`${renderKernel(resultSoFar(), event.kernel.kernel, style)}\n\n`);
      },
    });
  } catch (error) {
    progress.clear();
    return stopped(error, open, records.length);
  }
  const result = resultSoFar();
  process.stdout.write(
    `${renderSummary(result, style, { directory: writer.directory, invocation: INVOCATION })}\n`,
  );
  writeResult(result, join(writer.directory, 'result.json'));
  if (flags.json !== undefined) writeResult(result, flags.json);
  if (result.cells.some(({ status }) => status === 'failed')) return EXIT.failed;
  return refusalOf(result, flags.failOn ?? []);
}

/** Says what was kept, and how to go on. */
function stopped(error: unknown, { writer }: OpenRun, records: number): ExitCode {
  const failure = failureOf(error);
  const kept = `${records} records kept in ${writer.directory}`;
  const hint = `${INVOCATION} --resume ${writer.directory}`;
  if (failure.code === 'internal') throw new CrossoverError({ ...failure, where: kept, hint }, error);
  process.stderr.write(messageOf({ ...failure, where: kept, hint }));
  return exitCodeOf(failure.code);
}
