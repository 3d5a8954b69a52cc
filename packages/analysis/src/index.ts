export { analyse } from './analyse.ts';
export { cellDetails } from './cell-details.ts';
export { compareRuns } from './compare-runs.ts';
export { decideLever } from './lever.ts';
export type { LeverEvidence } from './lever.ts';
export type { MeasuredRun } from './measured-run.ts';
export { openQuestions } from './open-questions.ts';
