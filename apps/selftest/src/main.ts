// `pnpm selftest:measurement`: what the measurement finds that is there, and what it finds that is not.
import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { failureOf } from '@crossover/model';
import { outcomeTable } from './outcome-table.ts';
import { selftest } from './selftest.ts';
import { RUNNERS } from './tool.ts';
import type { Failure } from '@crossover/model';
import type { SelftestOptions } from './selftest.ts';
import type { Runner } from './tool.ts';

interface Flags {
  readonly comparisons: number;
  readonly differences: number;
  readonly slowDowns: readonly number[];
  readonly seconds: number;
  readonly minutes: number;
  readonly load: number;
  readonly rounds: number;
  readonly only: readonly Runner[];
  readonly seed: number;
  readonly json?: string;
}

const INTERRUPTED = 130;
const USAGE = 2;
const FAILED = 3;

const program = new Command('selftest:measurement')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE))
  .description('compare functions whose true ratio is known: our way, and that of mitata and tinybench')
  .option('--comparisons <n>', 'comparisons of a function with itself, under load', wholeNumber, 100)
  .option('--differences <n>', 'comparisons of each slow-down, with load and without', wholeNumber, 20)
  .option('--slow-downs <percents>', 'in per cent, separated by commas', percents, [0.02, 0.05, 0.1])
  .option('--seconds <s>', 'time of each tool for a comparison', positive, 10)
  .option('--minutes <m>', 'time after which no comparison is begun', positive, 15)
  .option('--load <n>', 'processes that use the cores in bursts', wholeNumber, 2)
  .option('--rounds <n>', 'rounds of an empty operation in each harness', wholeNumber, 5)
  .option('--only <tools>', 'crossover, mitata, tinybench, separated by commas', runners, RUNNERS)
  .option('--seed <n>', 'draws the order, and the bursts of the load', wholeNumber, 1)
  .option('--json <file>', 'also write every decision there');

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('expected a whole number, not negative');
}

function positive(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 86_400) return value;
  throw new InvalidArgumentError('expected a positive number');
}

function percents(text: string): readonly number[] {
  return text.split(',').map((percent) => {
    const value = positive(percent);
    if (Number.isInteger(value * 4)) return value / 100;
    throw new InvalidArgumentError('expected multiples of 0.25: the kernel has 400 items');
  });
}

function runners(text: string): readonly Runner[] {
  return text.split(',').map((name) => {
    const runner = RUNNERS.find((one) => one === name);
    if (runner !== undefined) return runner;
    throw new InvalidArgumentError(`expected some of ${RUNNERS.join(', ')}`);
  });
}

function tell(done: number, of: number, elapsedMs: number): void {
  const left =
    done === 0
      ? ''
      : `, about ${minutes(Math.min((elapsedMs / done) * (of - done), limitMs - elapsedMs))} left`;
  process.stderr.write(`${done} of ${of} comparisons${left}\n`);
}

function minutes(milliseconds: number): string {
  return `${Math.ceil(milliseconds / 60_000)} min`;
}

const { comparisons, differences, only, json, ...others } = program.parse().opts<Flags>();
const options: SelftestOptions = { ...others, equal: comparisons, different: differences, runners: only };
const limitMs = options.minutes * 60_000;
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
try {
  const result = await selftest(options, controller.signal, tell);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(result, undefined, 2)}\n`);
  console.log(outcomeTable(result.outcomes));
  for (const { what, nanoseconds } of result.costs) console.log(`${what}: ${nanoseconds.toPrecision(3)} ns`);
} catch (error) {
  // Ctrl-C reaches all processes, so that any of them may be the first to fail.
  const { message, where, hint }: Omit<Failure, 'code'> = controller.signal.aborted
    ? { message: 'interrupted' }
    : failureOf(error);
  for (const line of [`error: ${message}`, where && `note: ${where}`, hint && `hint: ${hint}`]) {
    if (line) process.stderr.write(`${line}\n`);
  }
  process.exitCode = controller.signal.aborted ? INTERRUPTED : FAILED;
}
