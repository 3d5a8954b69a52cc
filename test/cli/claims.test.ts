import { describe, expect, test } from 'vitest';
import { CLAIMS } from '../../packages/claims/dist/index.js';
import { LANES } from '../../packages/lanes/dist/index.js';
import { MODES } from '../../packages/executors/dist/index.js';
import { crossover } from '../fixtures/crossover.ts';
import type { ClaimsDocument, Result } from '@crossover/model';

const RUN = 'results/reference';

/** The document as the command prints it. */
async function documentOf(...flags: readonly string[]): Promise<ClaimsDocument> {
  const { stdout } = await crossover(['claims', RUN, '--format', 'json', ...flags]);
  return JSON.parse(stdout) as ClaimsDocument;
}

test('claims are about lanes and modes that there are', () => {
  const named = CLAIMS.flatMap((claim) =>
    claim.kind === 'comparison' ? [claim.subject, ...claim.bases] : [],
  );
  const lanes = named.flatMap(({ lane }) => (lane.kind === 'named' ? [lane.lane] : []));
  expect(LANES.map(({ id }) => id)).toEqual(expect.arrayContaining(lanes));
  expect(MODES.map(({ id }) => id)).toEqual(expect.arrayContaining(named.map(({ mode }) => mode)));
});

describe('claims of a run', () => {
  test('are all that there are, each with a verdict, as in the report of the same run', async () => {
    const { schema, claims } = await documentOf();
    expect(schema).toBe('crossover.claims/1');
    expect(claims.map(({ id }) => id)).toEqual(CLAIMS.map(({ id }) => id));
    const { stdout } = await crossover(['report', RUN, '--format', 'json']);
    expect((JSON.parse(stdout) as Result).claims).toEqual(claims);
  });

  test('are shown by name, with their evidence, also as Markdown', async () => {
    const { stdout, stderr, exitCode } = await crossover(['claims', RUN, '--claim', 'rewrite-beats-cores']);
    expect(stdout).toContain('Refuted when: TypeScript in one worker thread per core');
    expect(stdout).toMatch(/\n {2}mandelbrot +×\d/);
    expect(stdout).not.toContain('tasks-equal-cores');
    expect([stderr, exitCode]).toEqual(['', 0]);
    const markdown = await crossover([
      'claims',
      RUN,
      '--format',
      'markdown',
      '--claim',
      'rewrite-beats-cores',
    ]);
    expect(markdown.stdout).toMatch(/^# What the article says\n/);
  });

  test('that were not measured come with a command that this version understands', async () => {
    const { claims } = await documentOf('--claim', 'tasks-equal-cores,hybrid-gains-nothing');
    expect(claims.map(({ verdict }) => verdict)).toEqual(['not-measured', 'not-measured']);
    for (const { measuredBy = '' } of claims) {
      const { stderr } = await crossover([...measuredBy.split(' '), '--budget', 'never']);
      expect(stderr).toContain('"never" is not a duration');
    }
  });
});

describe('--fail-on claim:ID', () => {
  test('follows the verdict: 0, 1 or 4', async () => {
    const { claims } = await documentOf();
    const codes = { supported: 0, refuted: 1, mixed: 1, inconclusive: 4, 'not-measured': 4 };
    const [first, ...others] = Object.keys(codes).flatMap(
      (verdict) => claims.find((claim) => claim.verdict === verdict) ?? [],
    );
    expect(others.length).toBeGreaterThan(0);
    for (const { id, verdict } of [first!, ...others]) {
      const { exitCode, stderr } = await crossover(['claims', RUN, '--fail-on', `claim:${id}`]);
      expect([id, exitCode]).toEqual([id, codes[verdict]]);
      expect(stderr.includes(id)).toBe(codes[verdict] !== 0);
    }
  });

  test('does not need the claim to be shown', async () => {
    const args = ['claims', RUN, '--claim', 'native-rewrite-pays', '--fail-on', 'claim:tasks-equal-cores'];
    const { exitCode, stdout, stderr } = await crossover(args);
    expect(exitCode).toBe(4);
    expect(stdout).not.toContain('tasks-equal-cores');
    expect(stderr).toContain('hint: crossover run --lane typescript');
  });
});
