// Compiled with a runtime that collects by itself while the kernel allocates: see `kernel.ts`.
export { binaryTrees } from './assembly';
