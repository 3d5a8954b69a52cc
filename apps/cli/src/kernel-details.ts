import { seededRandom, sourceSizeOf } from '@crossover/kernels';
import { lanesOf } from '@crossover/lanes';
import { WORKLOAD_NAMES } from '@crossover/model';
import { listing } from './listing.ts';
import type { KernelSpec, ParameterSpec, PassSpec } from '@crossover/model';

/** Everything about one kernel: what it computes, what can be set, its workloads, and its source in each lane. */
export async function kernelDetails(kernel: KernelSpec): Promise<string> {
  const { id, title, parameters } = kernel;
  const sections = [
    [`${id}: ${title}`, listing(summaryRows(kernel))],
    ['parameters (--set)', listing(Object.entries(parameters).map(parameterRow))],
    ['workloads', listing(workloadRows(kernel))],
    ['right answers', listing(answerRows(kernel))],
    ['lanes', listing(await laneRows(kernel))],
  ];
  return sections.map(([heading, body]) => `${heading}\n${body}`).join('\n\n');
}

function summaryRows(kernel: KernelSpec): readonly (readonly string[])[] {
  const { stresses, citation, item, passes, read } = kernel;
  const texts = passes.map(passText);
  return [
    ['stresses', stresses],
    ['from', citation],
    ['item', item],
    ...[...new Set(texts)].map((text) => {
      const times = texts.filter((other) => other === text).length;
      return ['pass', times === 1 ? text : `${text}; ${times} times`];
    }),
    workRow(kernel),
    ['--input', read === undefined ? 'none: it reads no bytes' : 'the bytes of a file'],
  ];
}

/** What is counted of its work, whatever the workload. */
function workRow({ workCount, generate, workloads }: KernelSpec): readonly string[] {
  const { parameters, seed } = workloads.smoke;
  const work = workCount(parameters, generate(parameters, seededRandom(seed)));
  return ['work', work.kind === 'counted' ? `${work.numbers}: ${work.what}` : `not counted: ${work.reason}`];
}

function passText({ name, reads, writes }: PassSpec): string {
  const regions = reads.map(({ region, span }) => (span === 'all' ? `all of ${region}` : region));
  return `${name}: reads ${regions.length > 0 ? regions.join(', ') : 'nothing'}; writes ${writes.join(', ')}`;
}

function parameterRow([name, spec]: readonly [string, ParameterSpec]): readonly string[] {
  const { type, minimum, maximum, multipleOf = 1, meaning } = spec;
  const kind = type === 'f64' ? 'number' : multipleOf === 1 ? 'integer' : `multiple of ${multipleOf}`;
  return [name, `${kind} from ${minimum} to ${maximum}`, meaning];
}

function workloadRows({ workloads, item, items }: KernelSpec): readonly (readonly string[])[] {
  return WORKLOAD_NAMES.map((name) => {
    const { parameters } = workloads[name];
    const values = Object.entries(parameters).map(([parameter, value]) => `${parameter} ${value}`);
    return [name, values.join(', '), `${items(parameters)} × ${item}`];
  });
}

function answerRows({ workloads }: KernelSpec): readonly (readonly string[])[] {
  const truths = new Set(WORKLOAD_NAMES.map((name) => workloads[name].truth));
  return [
    ...WORKLOAD_NAMES.map((name) => [name, workloads[name].digest]),
    ...[...truths].map((truth) => {
      const names = WORKLOAD_NAMES.filter((name) => workloads[name].truth === truth);
      return [truths.size === 1 ? 'from' : `${names.join(', ')} from`, truth];
    }),
  ];
}

async function laneRows({ id }: KernelSpec): Promise<readonly (readonly string[])[]> {
  return await Promise.all(
    lanesOf(id).map(async (lane) => {
      const size = sourceSizeOf(id, lane.source);
      const problem = await lane.unavailable(id);
      return [
        lane.id,
        lane.title,
        size === undefined ? '' : `${lane.source}: ${size.lines} lines, ${size.gzipBytes} bytes by gzip`,
        problem === undefined ? '' : `unavailable here: ${problem.reason}; ${problem.remedy}`,
      ];
    }),
  );
}
