import { describe, expect, test } from 'vitest';
import { KERNEL_IDS, loadKernel, sourceSizeOf } from '../../packages/kernels/dist/index.js';
import { lanesOf } from '../../packages/lanes/dist/index.js';
import { crossover } from '../fixtures/crossover.ts';

describe('list with kernels', () => {
  test('tells all about each of them', async () => {
    const { exitCode, stdout } = await crossover(['list', ...KERNEL_IDS]);
    expect(exitCode).toBe(0);
    // A blank line, and then a line that is not indented and no heading of a section.
    const parts = stdout.split(/\n\n(?=[\w-]+: )/);
    expect(parts.map((part) => part.split(':')[0])).toEqual(KERNEL_IDS);
    for (const [index, id] of KERNEL_IDS.entries()) {
      const { parameters, workloads, passes } = await loadKernel(id);
      const facts = [
        ...Object.values(parameters).flatMap(({ minimum, maximum, meaning }) => [
          `from ${minimum} to ${maximum}`,
          meaning,
        ]),
        ...Object.values(workloads).flatMap(({ digest, truth }) => [digest, truth]),
        ...passes.map(({ name }) => `${name}: reads `),
      ];
      for (const fact of facts) expect(parts[index]).toContain(fact);
      for (const lane of lanesOf(id)) {
        const size = sourceSizeOf(id, lane.source);
        if (size === undefined) continue;
        const text = `${lane.source}: ${size.lines} lines, ${size.gzipBytes} bytes by gzip`;
        expect(parts[index]).toContain(text);
      }
    }
  });

  test('tells about a kernel once, however often it is named', async () => {
    const { stdout } = await crossover(['list', 'nbody', 'nbody']);
    expect(stdout.split('nbody: ')).toHaveLength(3);
  });

  test('refuses a kernel that there is not', async () => {
    const { exitCode, stderr, stdout } = await crossover(['list', 'nbody', 'nbodies']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nbodies');
    expect(stdout).toBe('');
  });
});
