import { KERNEL_IDS, loadKernel } from '@crossover/kernels';
import { LANES, lanesOf } from '@crossover/lanes';
import { MAXIMUM_WORKERS, MODES } from '@crossover/executors';
import { DEFAULT_PLACEMENT, WORKLOAD_NAMES } from '@crossover/model';
import { kernelDetails } from '../kernel-details.ts';
import { listing } from '../listing.ts';
import { unavailableHere } from '../unavailable-here.ts';
import { parseKernels } from '../options.ts';
import type { KernelSpec, Lane, Mode } from '@crossover/model';
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
      // Loaded where it is needed: other verbs start without it.
      const { CLAIMS } = await import('@crossover/claims');
      const sections = [
        ['kernels', listing(kernels.map(({ id, title, stresses }) => [id, title, stresses]))],
        ['workloads', listing(kernels.flatMap(workloadRows))],
        ['lanes', listing(LANES.map(laneRow))],
        ['modes', listing(MODES.map(modeRow))],
        [
          'placements',
          listing([
            [DEFAULT_PLACEMENT, 'all modes', 'where the mode itself puts the data'],
            ...MODES.flatMap(placementRows),
          ]),
        ],
        ['claims', listing(CLAIMS.map(({ id, statement }) => [id, statement]))],
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

function modeRow({ id, standing, title, counting, parallel }: Mode): readonly string[] {
  return [id, standing, title, workersText(counting), parallel || counting === 'one' ? '' : 'not parallel'];
}

function workersText(counting: Mode['counting']): string {
  switch (counting) {
    case 'one':
      return '';
    case 'number':
      return `--workers 1 to ${MAXIMUM_WORKERS}`;
    case 'division':
      return '--workers 1x2, 2x1, …: processes x threads';
  }
}

function placementRows({ id, placements }: Mode): readonly (readonly string[])[] {
  return placements.map((placement) => [placement.id, id, placement.title]);
}

function memoryText(memory: 'arena' | 'private-copy'): string {
  return memory === 'arena' ? 'works on the caller’s memory' : 'copies in and out of its own memory, timed';
}
