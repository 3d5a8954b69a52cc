// Truth of every sha256 workload from coreutils: writes the generated messages to a temporary folder, has
// sha256sum hash each of them, and hashes its answers, as bytes in order, with sha256sum again:
// node --conditions=source scripts/reference/sha256.ts
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { loadKernel, seededRandom } from '../../packages/kernels/src/index.ts';
import { WORKLOAD_NAMES } from '../../packages/model/src/index.ts';

/** As many files as fit a command line. */
const FILES_PER_COMMAND = 1000;

const kernel = await loadKernel('sha256');
const { stdout: version } = await execa('sha256sum', ['--version']);
console.log(version.split('\n', 1)[0]);
for (const name of WORKLOAD_NAMES) {
  const { parameters, seed } = kernel.workloads[name];
  const { messages, boundaries } = kernel.generate(parameters, seededRandom(seed));
  const answers: string[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'sha256-'));
  try {
    const files = Array.from({ length: kernel.items(parameters) }, (_, i) => `${i}.bin`);
    for (const [i, file] of files.entries()) {
      await writeFile(join(folder, file), messages!.subarray(boundaries![i], boundaries![i + 1]));
    }
    for (let from = 0; from < files.length; from += FILES_PER_COMMAND) {
      const some = files.slice(from, from + FILES_PER_COMMAND);
      const { stdout } = await execa('sha256sum', ['--binary', ...some], { cwd: folder });
      answers.push(...stdout.split('\n').map((line) => line.slice(0, 64)));
    }
    const { stdout } = await execa('sha256sum', { input: Buffer.from(answers.join(''), 'hex') });
    console.log(`${name} ${stdout.slice(0, 64)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
