import { KERNEL_IDS, loadKernel } from '@crossover/kernels';
import { LANES, lanesOf } from '@crossover/lanes';
import { MODES } from '@crossover/executors';
import { WORKLOAD_NAMES } from '@crossover/model';
import { kernelDetails } from '../kernel-details.ts';
import { listing } from '../listing.ts';
import { parseKernels } from '../options.ts';
import type { KernelSpec, Lane, Unavailable } from '@crossover/model';
import type { Verb } from '../command.ts';

/** `list`: what there is, and what this machine does not offer. */
export const listVerb: Verb = (program) => {
  program
    .command('list')
    .argument('[kernels...]', 'kernels to tell all about (default: a list of everything)')
    .description('kernels, lanes, modes and workloads, and what is unavailable here and why')
    .action(async (names: readonly string[]) => {
      if (names.length > 0) {
        const asked = await Promise.all(parseKernels(names).map(loadKernel));
        process.stdout.write(`${(await Promise.all(asked.map(kernelDetails))).join('\n\n')}\n`);
        return;
      }
      const kernels = await Promise.all(KERNEL_IDS.map(async (id) => await loadKernel(id)));
      const sections = [
        ['kernels', listing(kernels.map(({ id, title, stresses }) => [id, title, stresses]))],
        ['workloads', listing(kernels.flatMap(workloadRows))],
        ['lanes', listing(LANES.map(laneRow))],
        [
          'modes',
          listing(MODES.map(({ id, title, parallel }) => [id, title, parallel ? '--workers 1 to 64' : ''])),
        ],
        ['unavailable here', await unavailableHere()],
      ];
      process.stdout.write(`${sections.map(([title, body]) => `${title}\n${body}`).join('\n\n')}\n`);
    });
};

function workloadRows({ id, workloads, item, items }: KernelSpec): readonly (readonly string[])[] {
  return WORKLOAD_NAMES.map((name) => {
    const { parameters } = workloads[name];
    const values = Object.entries(parameters).map(([parameter, value]) => `${parameter} ${value}`);
    return [`${id}/${name}`, values.join(', '), `${items(parameters)} × ${item}`];
  });
}

function laneRow(lane: Lane): readonly string[] {
  const kernels = lane.standing === 'plain' ? [] : KERNEL_IDS.filter((id) => lanesOf(id).includes(lane));
  return [
    lane.id,
    lane.standing,
    lane.title,
    memoryText(lane.memory),
    kernels.length > 0 ? `only ${kernels.join(', ')}` : '',
  ];
}

function memoryText(memory: 'arena' | 'private-copy'): string {
  return memory === 'arena' ? 'works on the caller’s memory' : 'copies in and out of its own memory, timed';
}

async function unavailableHere(): Promise<string> {
  const rows: (readonly string[])[] = [];
  const add = (name: string, problem: Unavailable | undefined): void => {
    if (problem !== undefined) rows.push([name, problem.reason, problem.remedy]);
  };
  for (const mode of MODES) add(mode.id, await mode.unavailable());
  for (const lane of LANES) {
    const kernels = KERNEL_IDS.filter((id) => lanesOf(id).includes(lane));
    const problems = await Promise.all(kernels.map(async (id) => [id, await lane.unavailable(id)] as const));
    const everywhere = problems.every(([, problem]) => problem !== undefined);
    if (everywhere) add(lane.id, problems[0]?.[1]);
    else for (const [id, problem] of problems) add(`${id}/${lane.id}`, problem);
  }
  return rows.length === 0 ? '  nothing' : listing(rows);
}
