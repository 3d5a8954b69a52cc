import type { Decision } from './decision.ts';
import type { Tool } from './tool.ts';

/** One question to all tools: a function, and the same made longer by a known share. */
export interface Question {
  /** 0.05: 5 % more work; 0: the same function twice. */
  readonly slowDown: number;
  /** Whether our own load runs beside it. */
  readonly loaded: boolean;
}

/** A question as it was asked once. */
export interface Comparison extends Question {
  /** True time of the subject ÷ time of the base. */
  readonly truth: number;
  readonly decisions: Readonly<Partial<Record<Tool, Decision>>>;
  /** Blocks that Crossover measured in the time that each tool had. */
  readonly blocks: number;
}
