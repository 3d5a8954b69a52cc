export { hasSource, KERNEL_IDS, loadKernel, loadTypescript, wasmUrl } from './catalogue.ts';
export { seededRandom } from './random.ts';
