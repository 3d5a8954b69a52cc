/**
 * Identity of machine and toolchain: runs may be compared where these agree. What was measured is not part of it
 * (see `RunHead.commit` and `RunHead.sources`), so that two commits on one machine can be compared.
 * A field is absent where the platform does not tell, and in runs of before it was asked.
 */
export interface Fingerprint {
  /** Hash over the other fields. */
  readonly id: string;
  readonly cpuModel: string;
  /** Hash over the names of the processor's features, whatever their order: microcode and hypervisors hide some. */
  readonly cpuFlags?: string;
  /** Cores that this process may use: affinity and cgroup quota considered. */
  readonly cores: number;
  /** Cores that the scheduler may put this process on. */
  readonly coresByAffinity?: number;
  /** Cores' worth of CPU time that the control group allows, as in 1.5; absent when nothing limits it. */
  readonly coresByQuota?: number;
  readonly memoryBytes: number;
  readonly platform: string;
  readonly kernelVersion: string;
  readonly virtualisation?: string;
  /** Frequency governor of the cores, as in `powersave`; several if they differ. */
  readonly governor?: string;
  readonly libc?: string;
  readonly node: string;
  readonly v8: string;
  /** Options of Node and V8 that every trial runs with: those of the variable NODE_OPTIONS. */
  readonly nodeOptions?: readonly string[];
  readonly assemblyscript?: string;
  readonly rustc?: string;
}

const GIBIBYTE = 2 ** 30;

/**
 * The fields that make the id, as text, in the order of their names; the unknown ones are left out.
 * Of the memory only whole gibibytes count: the kernel keeps a little for itself, and not always the same.
 */
export function identityOf(
  fields: Readonly<Record<string, unknown>>,
): readonly (readonly [field: string, text: string])[] {
  return Object.entries(fields)
    .filter(([field, value]) => field !== 'id' && value !== undefined)
    .map(([field, value]): readonly [string, string] => [
      field,
      field === 'memoryBytes' ? `${Math.round(Number(value) / GIBIBYTE)} GiB` : textOf(value),
    ])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') || 'none' : String(value);
}

/** Where two fingerprints differ, in words: `node: 26.10.0, 24.1.0`. Empty when their ids agree. */
export function fingerprintDifferences(a: Fingerprint, b: Fingerprint): readonly string[] {
  if (a.id === b.id) return [];
  const [first, second] = [new Map(identityOf({ ...a })), new Map(identityOf({ ...b }))];
  const fields = [...new Set([...first.keys(), ...second.keys()])];
  const differences = fields
    .filter((field) => first.get(field) !== second.get(field))
    .map((field) => `${field}: ${first.get(field) ?? 'not told'}, ${second.get(field) ?? 'not told'}`);
  // The ids of another version of Crossover may be made from the same fields in another way.
  return differences.length > 0 ? differences : [`id: ${a.id}, ${b.id}`];
}
