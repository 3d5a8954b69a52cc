import type { LaneId } from './lane.ts';
import type { Division, ElementType, ViewOf } from './region.ts';
import type { WorkCount } from './work-count.ts';
import type { Workload, WorkloadName } from './workload.ts';

/** Values of a kernel's parameters, by name. */
export type Parameters<Name extends string = string> = Readonly<Record<Name, number>>;

/** One number that describes a workload, such as the width of the image. */
export interface ParameterSpec {
  /** Integers are `u32`; everything else is `f64`. */
  readonly type: 'u32' | 'f64';
  readonly minimum: number;
  readonly maximum: number;
  /** The value must be a multiple of this; 1 when absent. */
  readonly multipleOf?: number;
  readonly meaning: string;
}

/** How a region divides among the items, where the size of an item's part may follow from the parameters. */
export type DivisionSpec<Name extends string = string> =
  | Division
  | { readonly kind: 'stride'; readonly elements: (parameters: Parameters<Name>) => number };

/** A region as the kernel declares it; its place in the arena follows from the workload. */
export interface RegionSpec<Name extends string = string, Element extends ElementType = ElementType> {
  readonly element: Element;
  readonly division: DivisionSpec<Name>;
}

/** Regions by name. */
export type RegionSpecs<Name extends string = string> = Readonly<Record<string, RegionSpec<Name>>>;

/** Views on declared regions, each of its own element type. */
export type ViewsOf<Regions extends RegionSpecs> = {
  readonly [Region in keyof Regions]: ViewOf<Regions[Region]['element']>;
};

/** A region that a pass reads: the items' own part, or (with `all`) the whole of it. */
export interface Read {
  readonly region: string;
  readonly span: 'own' | 'all';
}

/** One sweep over all items. All workers finish a pass before any starts the next. */
export type PassSpec = ChunkPassSpec | ItemPassSpec;

/**
 * A pass whose function fills the slots of a whole chunk.
 * The function in each lane takes: the kernel's scalars, the regions read, the regions written, `start`, `end`.
 */
export interface ChunkPassSpec {
  readonly calls?: 'chunk';
  /** Name of the function in TypeScript and AssemblyScript; in snake_case in Rust. */
  readonly name: string;
  /**
   * Name of a second function in TypeScript, which takes the held value in place of all inputs. A kernel that has a
   * held value names one in every pass that reads inputs.
   */
  readonly onHeld?: string;
  readonly reads: readonly Read[];
  /** Every item writes only its own part, and a region is never read and written in one pass. */
  readonly writes: readonly string[];
}

/**
 * A pass whose function the host calls once per item, as a JavaScript program calls a function of another language.
 * The function takes the item's own part of each region read and nothing else: a number where an item owns one element,
 * else an array (in AssemblyScript its address and its length). What it returns, the host stores in the item's slot.
 */
export interface ItemPassSpec {
  readonly calls: 'item';
  readonly name: string;
  /** Regions in strides. */
  readonly reads: readonly { readonly region: string; readonly span: 'own' }[];
  /** A region of one element per item; none where the function returns nothing. */
  readonly writes: readonly [] | readonly [string];
}

/** What a JavaScript program holds before the operation where that is no typed array: its strings, one per item. */
export type Held = readonly string[];

/** How a held value comes from the inputs, and how it becomes inputs again. */
export interface HeldSpec<Inputs extends RegionSpecs = RegionSpecs> {
  /** Makes the value of the generated or read inputs: once, before anything is timed. */
  readonly decode: (inputs: ViewsOf<Inputs>) => Held;
  /**
   * Fills all input regions with the value. Every operation begins with it, in the thread that holds the value, and
   * it is timed; but where the lane reads the value as it is.
   */
  readonly encode: (held: Held, inputs: ViewsOf<Inputs>) => void;
}

/** Draws numbers for the input; the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform on the integers `[0, bound)`; `bound` at most 2³². */
  readonly below: (bound: number) => number;
  /** Uniform on `[0, 1)` in steps of 2⁻⁵³. */
  readonly fraction: () => number;
}

/**
 * What an AssemblyScript module does about memory: `stub` never frees, `minimal` collects when the kernel calls
 * `__collect()`, `incremental` collects by itself while it allocates.
 */
export type AssemblyRuntime = 'stub' | 'minimal' | 'incremental';

/** One computation, described as data. The lanes' sources lie beside it in the same folder. */
export interface KernelSpec<
  Name extends string = string,
  Inputs extends RegionSpecs = RegionSpecs,
  Outputs extends RegionSpecs = RegionSpecs,
> {
  /** Name of the algorithm and of the folder, in kebab-case. */
  readonly id: string;
  readonly title: string;
  /** What in a machine or a language it puts under load. */
  readonly stresses: string;
  /** Where the algorithm comes from. */
  readonly citation: string;
  readonly parameters: Readonly<Record<Name, ParameterSpec>>;
  /** The parameters that every pass gets as its first arguments, in order. */
  readonly scalars: readonly NoInfer<Name>[];
  /** Regions filled once from the seed, before anything is timed. */
  readonly inputs: Inputs;
  /** Where the program does not hold the inputs as such, what it holds in their place. */
  readonly held?: HeldSpec<Inputs>;
  /** Regions that the passes write. */
  readonly outputs: Outputs;
  /** In order; usually one. */
  readonly passes: readonly PassSpec[];
  /** How often the passes are repeated in order; once when absent. */
  readonly rounds?: (parameters: Parameters<Name>) => number;
  /** What one item is, in the singular: "row". */
  readonly item: string;
  readonly items: (parameters: Parameters<Name>) => number;
  /** Length in elements of the output regions that no item owns, by region name. */
  readonly lengths?: (parameters: Parameters<Name>) => Readonly<Record<string, number>>;
  /** The input regions' contents. */
  readonly generate: (parameters: Parameters<Name>, random: Random) => ViewsOf<Inputs>;
  /**
   * Inputs made from a file's bytes, for `--input FILE`, with the parameters that follow from them.
   * Absent in kernels that do not read bytes.
   */
  readonly read?: (
    bytes: Uint8Array,
    parameters: Parameters<Name>,
  ) => { readonly inputs: ViewsOf<Inputs>; readonly parameters: Parameters<Name> };
  /** Turns the finished outputs into the value that proves the work. */
  readonly digest: (outputs: ViewsOf<Outputs>, parameters: Parameters<Name>) => string;
  readonly workloads: Readonly<Record<WorkloadName, Workload>>;
  /** What one operation has to do, by the definition of the algorithm; or why that cannot be counted. */
  readonly workCount: (parameters: Parameters<Name>, inputs: ViewsOf<Inputs>) => WorkCount;
  /**
   * The runtime of its AssemblyScript modules, or of each by the name of its source; `stub` where absent, for
   * kernels that do not allocate.
   */
  readonly assemblyRuntime?: AssemblyRuntime | Readonly<Record<string, AssemblyRuntime>>;
  /** Lanes that this kernel does without, with the reason. */
  readonly absent?: Readonly<Record<LaneId, string>>;
}

/** The runtime that a source of a kernel's AssemblyScript is compiled with. */
export function assemblyRuntimeOf(
  { assemblyRuntime = 'stub' }: Pick<KernelSpec, 'assemblyRuntime'>,
  source: string,
): AssemblyRuntime {
  return typeof assemblyRuntime === 'string' ? assemblyRuntime : (assemblyRuntime[source] ?? 'stub');
}

/**
 * Checks a kernel's names and types against each other while it is written, then forgets them,
 * so that all kernels have one type.
 */
export function defineKernel<
  const Name extends string,
  const Inputs extends RegionSpecs<NoInfer<Name>>,
  const Outputs extends RegionSpecs<NoInfer<Name>>,
>(spec: KernelSpec<Name, Inputs, Outputs>): KernelSpec {
  // Sound as long as callers pass the parameters and views that the spec itself declares, which `layOut` sees to.
  return spec as unknown as KernelSpec;
}
