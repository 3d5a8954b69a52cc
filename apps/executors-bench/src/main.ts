// `pnpm bench:executors`: what it costs to hand out work, by us and by others.
import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { CrossoverError, failureOf } from '@crossover/model';
import { contest, layoutsHere, turnsOf } from './contest.ts';
import { ENTRANTS } from './entrants.ts';
import { aimLines, ratioLines, standingTable } from './standing-table.ts';
import { standingOf } from './standing.ts';
import { USUAL } from './reading.ts';
import type { Entrant } from './contender.ts';
import type { Failure } from '@crossover/model';
import type { Outcome } from './reading.ts';

interface Flags {
  readonly rounds: number;
  readonly only: readonly Entrant[];
  readonly seed: number;
  readonly trips: number;
  readonly minutes: number;
  readonly json?: string;
}

const INTERRUPTED = 130;
const USAGE = 2;
const FAILED = 3;

const program = new Command('bench:executors')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE))
  .description('what it costs to hand out work: our executors beside well-known pools and bare Node')
  .option('--rounds <n>', 'fresh processes of everything; medians over them are shown', positive, 3)
  .option('--only <ids>', `some of ${ENTRANTS.map(({ id }) => id).join(', ')}`, entrants, ENTRANTS)
  .option('--seed <n>', 'draws the order within each round', wholeNumber, 1)
  .option('--trips <n>', 'round trips of each process, as far as time allows', positive, USUAL.roundTrips)
  .option('--minutes <m>', 'time after which no process is begun', positive, 3)
  .option('--json <file>', 'also write every reading there');

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0 && text.trim() !== '') return value;
  throw new InvalidArgumentError('expected a whole number, not negative');
}

function positive(text: string): number {
  const value = wholeNumber(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('expected a whole number above 0');
}

function entrants(text: string): readonly Entrant[] {
  const ids = new Set(text.split(',').map((id) => id.trim()));
  const unknown = [...ids].find((id) => ENTRANTS.every((one) => one.id !== id));
  if (unknown === undefined) return ENTRANTS.filter(({ id }) => ids.has(id));
  throw new InvalidArgumentError(`there is no ${JSON.stringify(unknown)}`);
}

/** One line for each entrant that failed in a layout, however often it did. */
function failureLines(outcomes: readonly Outcome[]): readonly string[] {
  const lines = outcomes.flatMap(({ entrant, layout, failure }) =>
    failure === undefined ? [] : `${entrant}, cores ${layout}: failed, ${failure}`,
  );
  return [...new Set(lines)];
}

const { rounds, only, seed, trips, minutes, json } = program.parse().opts<Flags>();
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
try {
  const startedAt = new Date().toISOString();
  const { layouts, missing } = layoutsHere();
  const options = { entrants: only, rounds, seed, minutes, extent: { ...USUAL, roundTrips: trips } };
  const outcomes = await contest(options, layouts, controller.signal, (done, of) => {
    if (done % 10 === 0) process.stderr.write(`${done} of ${of} processes\n`);
  });
  const standings = only.map((entrant) => standingOf(entrant, outcomes));
  if (json !== undefined) {
    const told = {
      startedAt,
      node: process.versions.node,
      rounds,
      seed,
      trips,
      missing,
      standings,
      outcomes,
    };
    keep(json, `${JSON.stringify(told, undefined, 2)}\n`);
  }
  console.log(standingTable(only, standings));
  for (const line of [...ratioLines(only, standings), ...aimLines(standings)]) console.log(line);
  const planned = turnsOf(options, layouts).length;
  const late =
    outcomes.length < planned
      ? [`${minutes} min were over after ${outcomes.length} of ${planned} processes`]
      : [];
  for (const line of [...missing, ...late, ...failureLines(outcomes)]) console.log(line);
  if (outcomes.some(({ failure }) => failure !== undefined)) process.exitCode = FAILED;
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

function keep(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new CrossoverError(
      { code: 'not-writable', message: `cannot write the readings: ${problem}`, where: path },
      error,
    );
  }
}
