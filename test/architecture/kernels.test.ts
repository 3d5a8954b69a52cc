import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { WORKLOAD_NAMES } from '@crossover/model';
import { filesOf, ROOT, textOf } from './repository.ts';
import type { KernelSpec } from '@crossover/model';

const KERNELS = 'packages/kernels/src';
const ids = [
  ...new Set(
    filesOf(KERNELS)
      .map((file) => file.slice(KERNELS.length + 1))
      .filter((file) => file.includes('/'))
      .map((file) => file.split('/')[0]!),
  ),
];

/** The plain lanes' sources; a kernel may do without one if its spec says why. */
const LANES = { typescript: 'typescript.ts', assemblyscript: 'assembly.ts', rust: 'native.rs' };
const ALWAYS = ['kernel.ts', 'vectors.json', 'README.md'];
const ALLOWED = /^(?:params\.ts|assembly-\w+\.ts|native_\w+\.rs|[\w-]+\.test\.ts|[\w-]+\.ts)$/;
/** The parts of a source that is too long for one file lie in a folder of its name. */
const PART = /^(?:(?:typescript|assembly(?:-\w+)?)\/[\w-]+\.ts|native(?:_\w+)?\/\w+\.rs)$/;
/** Input that cannot be drawn from a seed. */
const INPUT = /^clips\/[\w-]+\.mjpeg$/;

describe.each(ids)('the kernel %s', async (id) => {
  const folder = `${KERNELS}/${id}`;
  const files = filesOf(folder).map((file) => file.slice(folder.length + 1));
  const url = pathToFileURL(join(ROOT, folder, 'kernel.ts')).href;
  const { kernel } = (await import(/* @vite-ignore */ url)) as { readonly kernel: KernelSpec };

  it('holds all that a kernel needs', () => {
    const lanes = Object.entries(LANES)
      .filter(([lane]) => kernel.absent?.[lane] === undefined)
      .map(([, source]) => source);
    const expected = [...ALWAYS, `${id}.test.ts`, ...lanes];
    expect(expected.filter((file) => !files.includes(file))).toEqual([]);
    const allowed = [ALLOWED, PART, INPUT];
    const others = files.filter((file) => !expected.includes(file));
    expect(others.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
  });

  it('says for every workload what is right, and who says so', () => {
    const unsaid = WORKLOAD_NAMES.filter((name) => {
      const { digest, truth } = kernel.workloads[name];
      return digest === '' || truth === '';
    });
    expect(unsaid).toEqual([]);
  });

  it('names the source of its published answers', () => {
    expect(textOf(`${folder}/vectors.json`)).toMatch(/"source":\s*"[^"]{10,}"/);
  });
});
