import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRun, openRun, resumeRun } from './index.ts';
import { openLog } from './record-log.ts';
import { head, plan, records } from './sample-run.fixture.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crossover-store-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const notWritable = (message: RegExp): unknown =>
  expect.objectContaining({
    failure: expect.objectContaining({ code: 'not-writable', message: expect.stringMatching(message) }),
  });

describe('a place that cannot be written', () => {
  it('is a file where the folder should be', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => createRun(join(root, 'file'), head, plan)).toThrow(notWritable(/nothing has been measured/));
    expect(() => createRun(join(root, 'file/run'), head, plan)).toThrow(notWritable(/is a file/));
  });

  it('leaves no half of a run behind', () => {
    const directory = join(root, 'run');
    // A folder of the temporary file's name keeps the plan from being written.
    mkdirSync(join(directory, `plan.json.${process.pid}.tmp`), { recursive: true });
    expect(() => createRun(directory, head, plan)).toThrow(notWritable(/nothing has been measured/));
    expect(readdirSync(directory)).toEqual([`plan.json.${process.pid}.tmp`]);
  });

  it.runIf(existsSync('/dev/full'))(
    'is a full disk, and the message says what is kept (needs /dev/full)',
    () => {
      const log = openLog('/dev/full', 7);
      expect(() => log.append(records[0]!)).toThrow(
        notWritable(/no space is left on the disk; the 7 records/),
      );
      expect(() => log.append(records[0]!)).toThrow(notWritable(/closed/));
    },
  );

  it.runIf(process.platform === 'linux')(
    'fills up in the middle of a line, which is taken back (needs limits on file sizes: Linux)',
    () => {
      const directory = join(root, 'run');
      createRun(directory, head, plan).close();
      const program = join(root, 'append.mjs');
      writeFileSync(
        program,
        `const { resumeRun } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'index.ts')).href)});
       const { writer } = resumeRun(${JSON.stringify(directory)});
       const record = ${JSON.stringify(records[1])};
       let kept = 0;
       try { for (;;) { writer.append(record); kept++; } }
       catch (error) { console.log(JSON.stringify({ kept, failure: error.failure })); }`,
      );
      // Files of at most two blocks of 1024 bytes; without the signal that would end the process.
      const limited = `trap '' XFSZ; ulimit -f 2; exec "$0" --conditions=source "$1"`;
      const output = execFileSync('bash', ['-c', limited, process.execPath, program], { encoding: 'utf8' });
      const { kept, failure } = JSON.parse(output) as { kept: number; failure: unknown };
      expect(kept).toBeGreaterThan(1);
      expect(failure).toMatchObject({
        code: 'not-writable',
        message: expect.stringContaining(`${kept} records`),
      });
      expect(readFileSync(join(directory, 'trials.jsonl'), 'utf8').endsWith('}\n')).toBe(true);
      expect(openRun(directory)).toMatchObject({
        records: Array.from({ length: kept }, () => records[1]),
        notes: [],
      });
    },
  );
});

describe('a writer', () => {
  it('refuses a record that could not be read back', () => {
    const directory = join(root, 'run');
    const writer = createRun(directory, head, plan);
    expect(() => writer.append({ ...records[0]!, operationsPerSample: Number.NaN } as never)).toThrow(
      /operationsPerSample/,
    );
    writer.append(records[0]!);
    writer.close();
    expect(openRun(directory).records).toEqual(records.slice(0, 1));
  });

  it('can be closed twice, and takes nothing afterwards', () => {
    createRun(join(root, 'run'), head, plan).close();
    const { writer } = resumeRun(join(root, 'run'));
    writer.close();
    writer.close();
    expect(() => writer.append(records[0]!)).toThrow(notWritable(/closed/));
  });
});
