export { runFolders } from './run-folders.ts';
export { runName } from './run-name.ts';
export { openRun } from './stored-run.ts';
export type { MeasuredRun, StoredRun } from './stored-run.ts';
export { createRun, resumeRun } from './run-writer.ts';
export type { RunWriter } from './run-writer.ts';
export { RUN_SCHEMA } from './wire.ts';
