import { BASE_LANE, BASE_MODE } from '@crossover/model';
import type { CellPattern, LaneChoice } from '../cell-pattern.ts';

const TYPESCRIPT: LaneChoice = { kind: 'named', lane: BASE_LANE };

/** TypeScript as a Node program begins. */
export const TYPESCRIPT_ALONE: CellPattern = { lane: TYPESCRIPT, mode: BASE_MODE };

export const TYPESCRIPT_THREADS: CellPattern = { lane: TYPESCRIPT, mode: 'worker-threads', workers: 'cores' };

export const TYPESCRIPT_PROCESSES: CellPattern = { lane: TYPESCRIPT, mode: 'processes', workers: 'cores' };

export const RUST_ALONE: CellPattern = { lane: { kind: 'named', lane: 'rust' }, mode: BASE_MODE };

export const WASM_ALONE: CellPattern = { lane: { kind: 'named', lane: 'assemblyscript' }, mode: BASE_MODE };
