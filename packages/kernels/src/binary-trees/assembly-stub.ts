// Compiled with a runtime that never frees: see `kernel.ts`.
export { binaryTrees } from './assembly';
