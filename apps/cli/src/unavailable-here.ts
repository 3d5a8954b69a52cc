import { KERNEL_IDS } from '@crossover/kernels';
import { LANES, lanesOf } from '@crossover/lanes';
import { MODES, pinningUnavailable } from '@crossover/executors';
import { listing } from './listing.ts';
import type { Mode, Unavailable } from '@crossover/model';

/** What this machine does not offer, and why: modes, placements, lanes. */
export async function unavailableHere(): Promise<string> {
  const rows = [
    ...(await Promise.all(MODES.map(modeRows))).flat(),
    ...(await Promise.all(MODES.map(placementRows))).flat(),
    ...(await laneRows()),
    ...(await pinningRows()),
  ];
  return rows.length === 0 ? '  nothing' : listing(rows);
}

type Row = readonly string[];

/** A lane in which something cannot be had. */
interface Lack {
  readonly lane: string;
  readonly problem: Unavailable | undefined;
}

async function modeRows({ id, unavailable }: Mode): Promise<readonly Row[]> {
  return rowsOf(id, await lacksOf(unavailable));
}

/** Placements that lack something besides their mode. */
async function placementRows({ id, placements }: Mode): Promise<readonly Row[]> {
  const rows = placements.map(async (placement) =>
    rowsOf(`${id}/${placement.id}`, await lacksOf(placement.unavailable)),
  );
  return (await Promise.all(rows)).flat();
}

/** What each lane lacks for each of its kernels. */
function lacksOf(unavailable: Mode['unavailable']): Promise<readonly Lack[]> {
  const lacks = LANES.flatMap((lane) =>
    kernelsOf(lane.id).map(async (kernel) => ({
      lane: lane.id,
      problem: await unavailable(lane.id, kernel),
    })),
  );
  return Promise.all(lacks);
}

/** A row for each reason, which names the lanes that it holds for, if not all. */
function rowsOf(name: string, lacks: readonly Lack[]): readonly Row[] {
  const byReason = Map.groupBy(lacks, ({ problem }) => problem && `${problem.reason}\n${problem.remedy}`);
  return [...byReason.values()].flatMap((group) => {
    const problem = group[0]?.problem;
    if (problem === undefined) return [];
    const lanes = new Set(group.map(({ lane }) => lane));
    const where = lanes.size === LANES.length ? name : `${name} in ${[...lanes].join(', ')}`;
    return [[where, problem.reason, problem.remedy]];
  });
}

/** The modes whose workers `--pin` cannot keep on cores. */
async function pinningRows(): Promise<readonly Row[]> {
  const problems = await Promise.all(MODES.map(pinningUnavailable));
  return MODES.flatMap(({ id }, index) => {
    const problem = problems[index];
    return problem === undefined ? [] : [[`${id} with --pin`, problem.reason, problem.remedy]];
  });
}

async function laneRows(): Promise<readonly Row[]> {
  const rows = LANES.map(async (lane): Promise<readonly Row[]> => {
    const problems = await Promise.all(
      kernelsOf(lane.id).map(async (id) => [id, await lane.unavailable(id)] as const),
    );
    const lacking = problems.flatMap(([id, problem]) =>
      problem === undefined ? [] : [[id, problem] as const],
    );
    const [first] = lacking;
    if (first !== undefined && lacking.length === problems.length) {
      return [[lane.id, first[1].reason, first[1].remedy]];
    }
    return lacking.map(([id, { reason, remedy }]) => [`${id}/${lane.id}`, reason, remedy]);
  });
  return (await Promise.all(rows)).flat();
}

function kernelsOf(lane: string): readonly string[] {
  return KERNEL_IDS.filter((kernel) => lanesOf(kernel).some(({ id }) => id === lane));
}
