import { isDeepStrictEqual } from 'node:util';
import { CrossoverError, TIMING_SETTINGS } from '@crossover/model';
import type { MeasuredRun } from './stored-run.ts';
import type { Plan, PlannedCell, PlannedKernel, Settings } from '@crossover/model';

/** A run to be merged, and the name of its folder. */
export interface NamedRun extends MeasuredRun {
  readonly name: string;
}

/** What makes two kernels of the same name the same question. */
const FACTS = ['parameters', 'inputSeed', 'digest', 'digestFrom', 'items', 'twin'] as const;

/** Two runs that must agree. */
interface Pair {
  /** Their names. */
  readonly names: string;
  /** What is wrong where they do not. */
  readonly what: string;
}

/**
 * The plan of runs that are merged: all their kernels with all their cells.
 * @throws CrossoverError `usage` where they measure in different ways, or something else under the same name.
 */
export function mergePlans(first: NamedRun, others: readonly NamedRun[]): Plan {
  const runs = [first, ...others];
  for (const other of others) {
    agree(TIMING_SETTINGS, first.plan.settings, other.plan.settings, {
      names: `${first.name}, ${other.name}`,
      what: 'the runs were measured in different ways',
    });
  }
  const kernels = new Map<string, { readonly kernel: PlannedKernel; readonly from: string }>();
  for (const { name, plan } of runs) {
    for (const kernel of plan.kernels) {
      const id = nameOfKernel(kernel);
      const known = kernels.get(id);
      if (known === undefined) kernels.set(id, { kernel, from: name });
      else
        kernels.set(id, { ...known, kernel: mergeKernels(known.kernel, kernel, `${known.from}, ${name}`) });
    }
  }
  return {
    settings: mergeSettings(runs.map(({ plan }) => plan)),
    kernels: [...kernels.values()].map(({ kernel }) => kernel),
  };
}

/** A kernel with one workload, as in `mandelbrot/medium`. */
export function nameOfKernel({ kernel, workload }: Pick<PlannedKernel, 'kernel' | 'workload'>): string {
  return `${kernel}/${workload}`;
}

function mergeKernels(known: PlannedKernel, other: PlannedKernel, names: string): PlannedKernel {
  const what = `the runs hold different things under the name ${nameOfKernel(other)}`;
  agree(FACTS, known, other, { names, what });
  // Runs of before passes were timed do not name them.
  if (known.passes && other.passes) agree(['passes'], known, other, { names, what });
  const passes = known.passes ?? other.passes;
  return { ...known, ...(passes && { passes }), cells: mergeCells(known.cells, other.cells) };
}

/** A cell that one run could measure and another could not is available. */
function mergeCells(a: readonly PlannedCell[], b: readonly PlannedCell[]): readonly PlannedCell[] {
  const cells = new Map(a.map((cell) => [cell.id, cell]));
  for (const cell of b) {
    if (cells.get(cell.id)?.unavailable !== undefined || !cells.has(cell.id)) cells.set(cell.id, cell);
  }
  return [...cells.values()];
}

/**
 * Each kernel got at most as many blocks as its runs may have given it. The looks are those of the run that has most
 * of them, spread over all these blocks: levels depend on their proportions only. There is no budget any more.
 */
function mergeSettings(plans: readonly Plan[]): Settings {
  const blocksOf = new Map<string, number>();
  for (const { settings, kernels } of plans) {
    for (const name of kernels.map(nameOfKernel)) {
      blocksOf.set(name, (blocksOf.get(name) ?? 0) + settings.blocks);
    }
  }
  const [most] = plans.map(({ settings }) => settings).toSorted((a, b) => b.looks.length - a.looks.length);
  const { budgetNs: _, ...settings } = most!;
  const blocks = Math.max(settings.blocks, ...blocksOf.values());
  return {
    ...settings,
    blocks,
    looks: settings.looks.map((look) => Math.round((look * blocks) / settings.blocks)),
    spareShare: Math.max(...plans.map((plan) => plan.settings.spareShare)),
    seed: plans[0]!.settings.seed,
  };
}

function agree<Field extends string>(
  fields: readonly Field[],
  a: { readonly [Name in Field]?: unknown },
  b: { readonly [Name in Field]?: unknown },
  { names, what }: Pair,
): void {
  for (const field of fields) {
    if (isDeepStrictEqual(a[field], b[field])) continue;
    const values = `${JSON.stringify(a[field])} and ${JSON.stringify(b[field])}`;
    throw new CrossoverError({
      code: 'usage',
      message: `${what}, and cannot be merged`,
      where: `${field}: ${values} (${names})`,
      hint: 'merge runs that were asked for in the same way',
    });
  }
}
