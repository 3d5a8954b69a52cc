// Truth of every workload of the kernels that hash messages: writes the generated messages to a temporary
// folder, has a program that is not ours hash each of them, and hashes its answers, as bytes in order, with
// coreutils' sha256sum: node --conditions=source scripts/reference/message-digests.ts KERNEL [WORKLOAD...]
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { loadKernel, seededRandom } from '../../packages/kernels/src/index.ts';
import { WORKLOAD_NAMES } from '../../packages/model/src/index.ts';

/** For each kernel the program that knows the right answers; it prints them in hexadecimal, before the file's name. */
const PROGRAMS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  sha256: ['sha256sum', '--binary'],
  xxh64: ['xxhsum', '-H1'],
};

/** As many files as fit a command line. */
const FILES_PER_COMMAND = 1000;

const [kernelId = '', ...names] = process.argv.slice(2);
const program = PROGRAMS[kernelId];
if (program === undefined) {
  console.error(`usage: message-digests.ts ${Object.keys(PROGRAMS).join('|')} [WORKLOAD...]`);
  process.exit(2);
}
const [command, ...options] = program;
const kernel = await loadKernel(kernelId);
const { all: version } = await execa(command, ['--version'], { all: true });
console.log(version.split('\n', 1)[0]);
for (const name of WORKLOAD_NAMES) {
  if (names.length > 0 && !names.includes(name)) continue;
  const { parameters, seed } = kernel.workloads[name];
  const { messages, boundaries } = kernel.generate(parameters, seededRandom(seed));
  const answers: string[] = [];
  const folder = await mkdtemp(join(tmpdir(), `${kernelId}-`));
  try {
    const files = Array.from({ length: kernel.items(parameters) }, (_, i) => `${i}.bin`);
    for (const [i, file] of files.entries()) {
      await writeFile(join(folder, file), messages!.subarray(boundaries![i], boundaries![i + 1]));
    }
    for (let from = 0; from < files.length; from += FILES_PER_COMMAND) {
      const some = files.slice(from, from + FILES_PER_COMMAND);
      const { stdout } = await execa(command, [...options, ...some], { cwd: folder });
      answers.push(...stdout.split('\n').map((line) => line.slice(0, line.indexOf(' '))));
    }
    const { stdout } = await execa('sha256sum', { input: Buffer.from(answers.join(''), 'hex') });
    console.log(`${name} ${stdout.slice(0, 64)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
