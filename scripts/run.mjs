// The two commands of the README start here: builds what is stale, then runs the bench or the tests.
// Plain JavaScript, because it also has to run, and to explain itself, on a Node that is too old.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PINNED = readFileSync(join(ROOT, '.node-version'), 'utf8').trim();
const USAGE = 2;

const [command = '', ...flags] = process.argv.slice(2);

/** The pinned Node comes with the dependencies; if their installation failed, this is the system's. */
function checkNode() {
  if (process.versions.node === PINNED) return;
  console.error(`error: this is Node ${process.versions.node}, but Crossover measures on Node ${PINNED}`);
  console.error('note: the pinned Node is installed with the dependencies; look above for why that failed');
  console.error('hint: npx -y pnpm@12.21.0 install');
  process.exit(USAGE);
}

/** What the addon's build depends on beside its sources: which cargo there is, if any. */
function cargoVersion() {
  const { status, stdout } = spawnSync('cargo', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : 'none';
}

/** A package's executable, started with this Node: no shell, no search of the PATH. */
function bin(name, file) {
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);
}

/** Runs turbo tasks; what they print is shown if they fail. */
async function turbo(tasks, env, extra) {
  const args = [
    bin('turbo', 'bin/turbo'),
    'run',
    ...tasks,
    '--output-logs=errors-only',
    '--ui=stream',
    ...extra,
  ];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
  const [code] = await once(child, 'close');
  // Results go to stdout; what a build says does not belong there.
  if (code !== 0) process.stderr.write(Buffer.concat(printed));
  return code === 0;
}

/** Builds what is stale. The addon is built apart: everything but the Rust lanes works without it. */
async function build(extra) {
  const cargo = cargoVersion();
  const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  const env = { ...process.env, ...quiet, CROSSOVER_CARGO: cargo };
  // Silent while everything is cached.
  const notice = setTimeout(() => console.error('building what is new or changed …'), 1_000);
  try {
    if (!(await turbo(['build', 'build:wasm'], env, extra))) {
      console.error('error: the build failed (see above)');
      process.exit(1);
    }
    if (cargo === 'none') console.error('note: no cargo on the PATH: the Rust lanes are unavailable');
    if (await turbo(['build:native'], env, extra)) return true;
    console.error('warning: the Rust addon did not build (see above): the Rust lanes are unavailable');
    return false;
  } finally {
    clearTimeout(notice);
  }
}

/** Runs vitest, all suites unless flags say otherwise, and ends with its exit code. */
function test() {
  const child = spawn(process.execPath, [bin('vitest', 'vitest.mjs'), 'run', ...flags], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function bench() {
  const { main } = await import(pathToFileURL(join(ROOT, 'apps/cli/dist/index.js')).href);
  process.exitCode = await main(flags);
}

checkNode();
switch (command) {
  case 'bench':
    await build([]);
    await bench();
    break;
  case 'test':
    await build([]);
    test();
    break;
  case 'build':
    process.exitCode = (await build(flags)) ? 0 : 1;
    break;
  default:
    console.error(`error: run.mjs bench|test|build, not ${command}`);
    process.exit(USAGE);
}
