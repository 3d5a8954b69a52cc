import type { KernelSpec } from '@crossover/model';

/** What the registry knows of a kernel before any of its code is loaded. */
export interface KernelEntry {
  readonly spec: () => Promise<KernelSpec>;
  /** The module of the TypeScript lane, whose functions are named after the passes. */
  readonly typescript?: () => Promise<object>;
  /** Names of the lanes' sources in the kernel's folder. */
  readonly sources: readonly string[];
}
