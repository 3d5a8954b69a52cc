import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRun, openRun, resumeRun, runName } from './index.ts';
import { anyRecord, head, plan, records } from './sample-run.fixture.ts';
import type { RunRecord } from '@crossover/model';

let root: string;
let count = 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crossover-store-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function storedRun(content: readonly RunRecord[]): string {
  const directory = join(root, `run-${count++}`);
  const writer = createRun(directory, head, plan);
  for (const record of content) writer.append(record);
  writer.close();
  return directory;
}

describe('a run on disk', () => {
  it('reads back as it was written, whatever the records are', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 5 }), (content) => {
        const run = openRun(storedRun(content));
        expect(run.records).toEqual(content);
        expect([run.head, run.plan, run.notes]).toEqual([head, plan, []]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps placements, further modes and what its executors were told', () => {
    const [kernel] = plan.kernels;
    const [own] = kernel!.cells;
    const cells = [
      own!,
      { ...own!, id: `${own!.id}/shared`, placement: 'shared' },
      { ...own!, id: 'x', mode: 'hybrid', workers: 4, processes: 2, further: true, oversubscribed: true },
    ] as const;
    const told = { waitPolicy: 'spin', chunking: 'static', pinned: true } as const;
    const settings = { ...plan.settings, ...told };
    const content = { settings, kernels: [{ ...kernel!, cells }] };
    createRun(join(root, 'placed'), head, content).close();
    expect(openRun(join(root, 'placed')).plan).toEqual(content);
  });

  it('can be read while it is written, and then holds the records so far', () => {
    const writer = createRun(join(root, 'live'), head, plan);
    records.forEach((record, index) => {
      writer.append(record);
      expect(openRun(join(root, 'live')).records).toEqual(records.slice(0, index + 1));
    });
    writer.close();
  });

  it('from before there was the phase `encode` encoded nothing; no other phase may lack', () => {
    const directory = storedRun(records);
    const path = join(directory, 'trials.jsonl');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"encode":0,', ''));
    expect(readFileSync(path, 'utf8')).not.toBe(text);
    expect(openRun(directory).records).toEqual(records);
    writeFileSync(path, text.replace('"marshal":0,', ''));
    expect(() => openRun(directory)).toThrow(/marshal|trials\.jsonl/);
  });

  it('from before a fact was asked lacks it, and reads all the same', () => {
    const directory = storedRun(records);
    const added = new Set([
      'cpuFlags',
      'coresByAffinity',
      'coresByQuota',
      'governor',
      'nodeOptions',
      'sources',
    ]);
    const older = JSON.parse(
      JSON.stringify(head, (key, value: unknown) => (added.has(key) ? undefined : value)),
    ) as typeof head;
    expect(older).not.toEqual(head);
    writeFileSync(join(directory, 'run.json'), JSON.stringify(older));
    expect(openRun(directory).head).toEqual(older);
  });

  it('is not started in a folder that holds one already', () => {
    const directory = storedRun(records);
    expect(() => createRun(directory, head, plan)).toThrow(/holds a run already/);
    expect(openRun(directory).records).toEqual(records);
  });

  it('goes on where it stopped', () => {
    const directory = storedRun(records.slice(0, 1));
    const { run, writer } = resumeRun(directory);
    expect(run.records).toEqual(records.slice(0, 1));
    for (const record of records.slice(1)) writer.append(record);
    writer.close();
    expect(openRun(directory).records).toEqual(records);
  });

  it('has a name that sorts by time and suits every file system', () => {
    const names = [0, 999, 1000, 1e12].map((time) => runName(new Date(time), '1a2b3c4d'));
    expect(names.toSorted()).toEqual(names);
    expect(names[3]).toBe('2001-09-09T01-46-40-000Z-1a2b3c4d');
  });
});

describe('a last line that was cut off', () => {
  it('costs that record only, wherever it was cut', () => {
    const directory = storedRun(records);
    const path = join(directory, 'trials.jsonl');
    const whole = readFileSync(path);
    const start = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let length = whole.length - 1; length > start; length--) {
      truncateSync(path, length);
      const run = openRun(directory);
      expect(run.records).toEqual(records.slice(0, 2));
      expect(run.notes).toEqual(['trials.jsonl:3 was cut off while it was written; that record is left out']);
    }
    truncateSync(path, start);
    expect(openRun(directory)).toMatchObject({ records: records.slice(0, 2), notes: [] });
  });

  it('is cut away before the run goes on, and left alone by a reader', () => {
    const directory = storedRun(records);
    const path = join(directory, 'trials.jsonl');
    truncateSync(path, readFileSync(path).length - 9);
    const torn = readFileSync(path);
    openRun(directory);
    expect(readFileSync(path)).toEqual(torn);
    const { run, writer } = resumeRun(directory);
    expect(run.notes).toHaveLength(1);
    writer.append(records[2]!);
    writer.close();
    expect(openRun(directory)).toMatchObject({ records, notes: [] });
  });

  it('may also be zeros with a newline, as a power failure leaves them', () => {
    const directory = storedRun(records);
    appendFileSync(join(directory, 'trials.jsonl'), '\0\0\0\0\n');
    expect(openRun(directory)).toMatchObject({ records, notes: [expect.stringContaining('trials.jsonl:4')] });
  });
});

describe('a damaged run', () => {
  it.each([
    ['trials.jsonl', '[5100000,', '["x",', 'trials.jsonl:2 samplesNs[0]: expected number, got "x"'],
    ['trials.jsonl', '5200000,', '-1,', 'trials.jsonl:2 samplesNs[1]: expected at least 0, got -1'],
    [
      'trials.jsonl',
      '"calibration"',
      '"oracle"',
      'trials.jsonl:1 kind: expected "floor" or "peaks" or "calibration" or "block" or "trial", got "oracle"',
    ],
    ['trials.jsonl', '"stealNs"', '"stolen"', 'trials.jsonl:2 covariates.stolen: unknown field'],
    ['trials.jsonl', '"process-ended"', '"bad"', 'trials.jsonl:3 failure.code: expected "wrong-digest" or'],
    ['trials.jsonl', '"steady":true,', '', 'trials.jsonl:2 steady: expected boolean, got nothing'],
    ['trials.jsonl', '"kind"', 'kind', 'trials.jsonl:1 is not JSON'],
    ['trials.jsonl', '"trial"', '\n"trial"', 'trials.jsonl:2 is not JSON'],
    [
      'trials.jsonl',
      'mandelbrot/medium/rust',
      'nbody/medium/rust',
      'trials.jsonl:3 cell: "nbody/medium/rust/single-thread" is not in plan.json',
    ],
    ['plan.json', '"rust"', '7', 'plan.json kernels[0].cells[1].lane: expected string, got 7'],
    [
      'plan.json',
      '"quick"',
      '"slow"',
      'plan.json settings.profile: expected "quick" or "standard" or "rigorous", got "slow"',
    ],
    ['run.json', '"cores": 1', '"cores": "two"', 'run.json fingerprint.cores: expected number, got "two"'],
    ['run.json', '1.5', '0', 'run.json fingerprint.coresByQuota: expected more than 0, got 0'],
    ['run.json', '"--stack-size=2000"', '7', 'run.json fingerprint.nodeOptions[0]: expected string, got 7'],
    ['run.json', '"schedutil"', 'null', 'run.json fingerprint.governor: expected string, got null'],
    ['run.json', '"89abcdef01234567"', '""', 'run.json sources: expected at least 1 characters, got ""'],
    [
      'run.json',
      '"crossover.run/2"',
      '"crossover/1"',
      'run.json schema: expected "crossover.run/2", got "crossover/1"',
    ],
    ['run.json', '{', '', 'run.json is not JSON'],
  ])('names the place: %s with %j replaced by %j', (file, from, to, message) => {
    const directory = storedRun(records);
    const path = join(directory, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    expect(() => openRun(directory)).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({
          code: 'run-damaged',
          where: path,
          message: expect.stringContaining(message),
        }),
      }),
    );
  });

  it.each(['plan.json', 'trials.jsonl'])('lacks %s', (file) => {
    const directory = storedRun(records);
    rmSync(join(directory, file));
    expect(() => openRun(directory)).toThrow(`${file} is missing`);
  });
});

describe('a run that cannot be used here', () => {
  it('was written by a later version, which may have fields that this one does not know', () => {
    const directory = storedRun(records);
    writeFileSync(join(directory, 'run.json'), '{ "schema": "crossover.run/3", "news": true }');
    expect(() => openRun(directory)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'schema-too-new' }) }),
    );
  });

  it.each(['', 'nothing-here', 'a-file'])('is not there: %j', (name) => {
    writeFileSync(join(root, 'a-file'), '');
    for (const open of [openRun, resumeRun]) {
      expect(() => open(join(root, name))).toThrow(
        expect.objectContaining({ failure: expect.objectContaining({ code: 'usage' }) }),
      );
    }
  });
});
