// Starts a kernel: a folder with a small one that works in every lane, to be turned into another.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { KERNELS, ROOT, snakeCase } from './generate/sources.ts';
import { nameProblem } from './new-kernel/kernel-name.ts';

const TEMPLATE = join(import.meta.dirname, 'new-kernel/template');
const SUFFIX = '.template';
const USAGE = 2;

const [name, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--');
if (name === undefined || rest.length > 0)
  refuse('expected one name', 'pnpm kernel:new NAME, for example prime-sieve');
const problem = nameProblem(name);
if (problem !== undefined) refuse(problem, 'for example prime-sieve');
const folder = join(KERNELS, name);
const place = relative(ROOT, folder);
if (existsSync(folder)) refuse(`${place} exists already`, 'choose another name, or remove the folder first');

const files = readdirSync(TEMPLATE);
mkdirSync(folder);
for (const file of files) {
  const text = readFileSync(join(TEMPLATE, file), 'utf8')
    .replaceAll('{{name}}', name)
    .replaceAll('{{rust_name}}', snakeCase(name));
  const target = file === `test.ts${SUFFIX}` ? `${name}.test.ts` : file.slice(0, -SUFFIX.length);
  writeFileSync(join(folder, target), text);
}

const generate = [...process.execArgv, join(import.meta.dirname, 'generate.ts')];
const { status } = spawnSync(process.execPath, generate, { cwd: ROOT, stdio: 'inherit' });
if (status !== 0) {
  rmSync(folder, { recursive: true });
  console.error(`error: the registries cannot be generated, so ${place} was removed again`);
  process.exit(1);
}
console.log(`${place}: ${files.length} files, a kernel that works in every lane`);
console.log(`next: read ${place}/README.md, then \`pnpm bench verify ${name}\``);

function refuse(message: string, hint: string): never {
  console.error(`error: ${message}`);
  console.error(`hint: ${hint}`);
  process.exit(USAGE);
}
