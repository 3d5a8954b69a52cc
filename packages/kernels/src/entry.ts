import type { KernelSpec } from '@crossover/model';

/** What the registry knows of a kernel before any of its code is loaded. */
export interface KernelEntry {
  readonly spec: () => Promise<KernelSpec>;
  /** The modules of the lanes that run in V8, by source; their functions are named after the passes. */
  readonly typescript: Readonly<Record<string, () => Promise<object>>>;
  /** Names of the lanes' sources in the kernel's folder. */
  readonly sources: readonly string[];
}
