import type { Parameters } from './kernel.ts';

/** The sizes in which every kernel comes, from a few milliseconds of the slowest lane to the classic size. */
export const WORKLOAD_NAMES = ['smoke', 'small', 'medium', 'large'] as const;

export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

/** A named input of a kernel, with the answer that is right for it. */
export interface Workload {
  readonly parameters: Parameters;
  readonly seed: number;
  /** The digest of the right answer. */
  readonly digest: string;
  /** Where that answer comes from: a publication, or a program that is not ours. */
  readonly truth: string;
}
