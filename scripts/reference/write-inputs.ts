// Writes a workload's generated inputs to a folder, one file of raw little-endian elements per region, for
// programs that are not ours: node --conditions=source scripts/reference/write-inputs.ts KERNEL WORKLOAD FOLDER
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadKernel, seededRandom } from '../../packages/kernels/src/index.ts';
import { WORKLOAD_NAMES } from '../../packages/model/src/index.ts';

const [kernelId = '', name = '', folder = ''] = process.argv.slice(2);
const workload = WORKLOAD_NAMES.find((known) => known === name);
if (workload === undefined || folder === '') {
  console.error('usage: write-inputs.ts KERNEL WORKLOAD FOLDER');
  process.exit(2);
}
const kernel = await loadKernel(kernelId);
const { parameters, seed } = kernel.workloads[workload];
for (const [region, view] of Object.entries(kernel.generate(parameters, seededRandom(seed)))) {
  await writeFile(join(folder, `${region}.bin`), view);
}
console.log(JSON.stringify(parameters));
