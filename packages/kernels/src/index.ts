export {
  hasSource,
  KERNEL_IDS,
  loadKernel,
  loadTypescript,
  sharedWasmUrl,
  sourceSizeOf,
  wasmUrl,
} from './catalogue.ts';
export { loadHashing } from './content-hash.ts';
export { seededRandom } from './random.ts';
export type { SourceSize } from './source-size.ts';
