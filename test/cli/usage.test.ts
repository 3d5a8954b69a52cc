import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';

/** What is wrong, and the words that must name it. */
const MISTAKES: readonly (readonly [what: string, args: readonly string[], names: string])[] = [
  ['an unknown kernel', ['run', 'mandelbrod'], 'mandelbrod'],
  ['an unknown kernel without a verb', ['mandelbrod'], 'mandelbrod'],
  ['an unknown lane', ['run', '--lane', 'cobol'], 'cobol'],
  ['an unknown mode', ['verify', '--mode', 'fibers'], 'fibers'],
  ['an unknown placement', ['verify', '--placement', 'moon'], 'moon'],
  ['an unknown wait policy', ['run', '--wait', 'sleep'], 'spin-then-park'],
  ['an unknown chunking', ['verify', '--chunking', 'random'], 'guided'],
  ['processes × threads in modes without', ['run', '--mode', 'processes', '--workers', '2x2'], 'hybrid'],
  ['half of processes × threads', ['run', '--mode', 'hybrid', '--workers', '2x'], 'whole number'],
  ['too many processes × threads', ['run', '--mode', 'hybrid', '--workers', '9x9'], '81 workers'],
  ['no mode at all', ['run', '--mode', ','], 'names nothing'],
  ['an unknown workload', ['run', '--workload', 'huge'], 'huge'],
  [
    'parameters for several sizes',
    ['verify', 'nbody', '--set', 'steps=1', '--workload', 'smoke,small'],
    'one --workload',
  ],
  ['an unknown profile', ['run', '--profile', 'sloppy'], 'sloppy'],
  ['an unknown flag', ['run', '--fast'], '--fast'],
  ['a flag without its value', ['run', '--lane'], '--lane'],
  ['no workers', ['run', '--workers', '0'], '0 workers'],
  ['too many workers', ['run', '--workers', '2,65'], '65 workers'],
  ['half a worker', ['run', '--workers', '1.5'], '1.5'],
  ['a word for a worker count', ['run', '--workers', 'many'], 'many'],
  ['a single block', ['run', '--blocks', '1'], 'one block'],
  ['a budget without a unit', ['run', '--budget', '90'], '90'],
  ['an unknown parameter', ['verify', 'mandelbrot', '--set', 'depth=3'], 'depth'],
  ['a parameter out of bounds', ['verify', 'mandelbrot', '--set', 'size=4'], 'size = 4'],
  ['a parameter that is no multiple', ['verify', 'mandelbrot', '--set', 'size=1001'], 'size = 1001'],
  ['a parameter that is no number', ['verify', 'mandelbrot', '--set', 'size=big'], 'size=big'],
  ['a parameter below the least', ['verify', 'nbody', '--set', 'systems=0'], 'a whole number from 1'],
  ['a parameter that is half a number', ['verify', 'nbody', '--set', 'steps=1.5'], 'steps = 1.5'],
  ['a parameter that every object has', ['verify', 'nbody', '--set', 'toString=1'], 'toString'],
  ['a parameter that is set twice', ['verify', 'nbody', '--set', 'steps=1', '--set', 'steps=2'], 'twice'],
  ['parameters that no input is made for', ['verify', 'jpeg-decode', '--set', 'width=5'], '5x61'],
  ['parameters for several kernels', ['verify', '--set', 'size=8'], 'exactly one kernel'],
  [
    'an input file for a kernel that reads none',
    ['verify', 'mandelbrot', '--input', 'package.json'],
    '--input',
  ],
  ['an input file that does not exist', ['verify', 'sha256', '--input', 'no-such-file'], 'no-such-file'],
  ['a folder for an input file', ['verify', 'sha256', '--input', 'test'], 'test'],
  ['an input file without a name', ['verify', 'sha256', '--input', ''], 'cannot read'],
  ['an input file that is no JPEG', ['verify', 'jpeg-decode', '--input', 'package.json'], 'no JPEG frame'],
  [
    'a parameter that the input file contradicts',
    ['verify', 'sha256', '--input', 'package.json', '--set', 'count=5'],
    'count = 1 follows',
  ],
  ['outputs of several kernels', ['verify', '--output', 'file'], 'exactly one kernel'],
  ['an unknown claim', ['claims', 'results/reference', '--claim', 'rust-is-magic'], 'native-rewrite-pays'],
  ['a demand for an unknown claim', ['run', '--fail-on', 'claim:rust-is-magic'], 'native-rewrite-pays'],
  ['claims of a run that does not exist', ['claims', 'no-such-run'], 'no-such-run'],
  ['an unknown format', ['report', 'somewhere', '--format', 'pdf'], 'pdf'],
  ['a run that does not exist', ['report', 'no-such-run'], 'no-such-run'],
  [
    'a comparison with a run that does not exist',
    ['compare', 'results/reference', 'no-such-run'],
    'no-such-run',
  ],
  ['a comparison of one run', ['compare', 'results/reference'], "'head'"],
  ['a merge of one run', ['merge', 'results/reference', '--out', 'somewhere'], 'nothing to merge'],
  ['a merge to nowhere', ['merge', 'results/reference', 'results/reference'], '--out'],
  [
    'a merge of a run with itself',
    ['merge', 'results/reference', 'results/reference', '--out', 'somewhere'],
    'counts once',
  ],
  [
    'a merge with a run that does not exist',
    ['merge', 'results/reference', 'no-such-run', '--out', 'somewhere'],
    'no-such-run',
  ],
  ['a resumed run that does not exist', ['run', '--resume', 'no-such-run'], 'no-such-run'],
  ['a resumed run with another plan', ['run', 'mandelbrot', '--resume', 'somewhere'], 'mandelbrot'],
  ['a demand that nobody knows', ['run', '--fail-on', 'rain'], 'rain'],
];

describe('a mistake on the command line', () => {
  test.each(MISTAKES)('%s is one clear error with exit code 2', async (_, args, names) => {
    const { exitCode, stderr, stdout } = await crossover(args);
    expect(stderr).toContain(names);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  test('an unknown name is answered with the names that there are', async () => {
    const { stderr } = await crossover(['run', '--lane', 'cobol']);
    expect(stderr).toContain('hint: one of: plain, tuned, extra, all, typescript, assemblyscript, rust, ');
  });
});

describe('a folder that cannot be used', () => {
  test('a run is not written below a file', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { exitCode, stderr } = await crossover([
      'run',
      'mandelbrot',
      '--workload',
      'smoke',
      '--out',
      join(file, 'run'),
    ]);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(file);
    expect(exitCode).toBe(2);
  });

  test('a damaged run is named with its file', async () => {
    const folder = join(temporaryFolder(), 'run');
    mkdirSync(folder);
    for (const file of ['run.json', 'plan.json']) writeFileSync(join(folder, file), '{"schema":');
    writeFileSync(join(folder, 'trials.jsonl'), '');
    const { exitCode, stderr } = await crossover(['report', folder]);
    expect(stderr).toMatch(/^error: .*/);
    expect(stderr).toContain('run.json');
    expect(exitCode).toBe(2);
  });

  test('a run of a newer version is refused, not guessed at', async () => {
    const folder = join(temporaryFolder(), 'run');
    mkdirSync(folder);
    writeFileSync(join(folder, 'run.json'), '{"schema":"crossover.run/999"}');
    writeFileSync(join(folder, 'plan.json'), '{}');
    writeFileSync(join(folder, 'trials.jsonl'), '');
    const { exitCode, stderr } = await crossover(['report', folder]);
    expect(stderr).toContain('crossover.run/999');
    expect(exitCode).toBe(2);
  });
});

describe('help', () => {
  test.each([
    [['--help']],
    [['run', '--help']],
    [['verify', '--help']],
    [['report', '--help']],
    [['compare', '--help']],
  ])('%s explains itself on stdout with exit code 0', async (args) => {
    const { exitCode, stdout } = await crossover(args);
    expect(stdout).toContain('Usage: crossover');
    expect(exitCode).toBe(0);
  });
});
