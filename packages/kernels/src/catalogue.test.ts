import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assemblyRuntimeOf, layOut, regionOf, WORKLOAD_NAMES } from '@crossover/model';
import { describe, expect, it } from 'vitest';
import { hasSource, KERNEL_IDS, loadKernel, loadTypescript } from './catalogue.ts';
import { seededRandom } from './random.ts';
import type { KernelSpec } from '@crossover/model';

/** Lanes that every kernel has, or says why not, with the file that makes them. */
const PLAIN_LANES = { typescript: 'typescript.ts', assemblyscript: 'assembly.ts', rust: 'native.rs' };

const kernels: readonly KernelSpec[] = await Promise.all(KERNEL_IDS.map(loadKernel));

describe('the catalogue', () => {
  it('refuses a kernel that there is not, and names those that there are', async () => {
    await expect(loadKernel('nosuch')).rejects.toMatchObject({
      failure: { code: 'usage', hint: `one of: ${KERNEL_IDS.join(', ')}` },
    });
  });
});

describe.each(kernels.map((kernel) => [kernel.id, kernel] as const))('kernel %s', (id, kernel) => {
  const folder = join(import.meta.dirname, id);

  it('is named after its folder, in kebab-case', () => {
    expect(KERNEL_IDS).toContain(id);
    expect(existsSync(join(folder, 'kernel.ts'))).toBe(true);
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it('says what it is, where it comes from and what it shows', () => {
    for (const text of [kernel.title, kernel.stresses, kernel.citation, kernel.item]) {
      expect(text).not.toBe('');
    }
    expect(existsSync(join(folder, 'README.md'))).toBe(true);
    expect(existsSync(join(folder, 'vectors.json'))).toBe(true);
  });

  it.each(Object.entries(PLAIN_LANES))('has its %s lane, or says why not', (lane, source) => {
    const reason = kernel.absent?.[lane] ?? '';
    expect(hasSource(id, source)).toBe(existsSync(join(folder, source)));
    expect(hasSource(id, source)).toBe(reason === '');
  });

  it('exports a TypeScript function for every pass', async () => {
    if (!hasSource(id, PLAIN_LANES.typescript)) return;
    const functions = await loadTypescript(id, PLAIN_LANES.typescript);
    for (const pass of kernel.passes) expect(functions[pass.name]).toBeTypeOf('function');
  });

  it('exports one on what is held for every pass that reads inputs, exactly if something is held', async () => {
    if (!hasSource(id, PLAIN_LANES.typescript)) return;
    const functions = await loadTypescript(id, PLAIN_LANES.typescript);
    for (const pass of kernel.passes) {
      const onHeld = pass.calls === 'item' ? undefined : pass.onHeld;
      const { reads } = pass;
      const wanted = kernel.held !== undefined && reads.some(({ region }) => region in kernel.inputs);
      expect(onHeld !== undefined).toBe(wanted);
      expect(onHeld === undefined || typeof functions[onHeld] === 'function').toBe(true);
    }
  });

  it('collects in AssemblyScript exactly if its runtime waits to be told', async () => {
    const runtime = assemblyRuntimeOf(kernel, PLAIN_LANES.assemblyscript);
    expect(['stub', 'minimal', 'incremental']).toContain(runtime);
    if (!hasSource(id, PLAIN_LANES.assemblyscript)) return;
    const source = await readFile(join(folder, PLAIN_LANES.assemblyscript), 'utf8');
    expect(source.includes('__collect()')).toBe(runtime === 'minimal');
  });

  it('passes name regions of the kernel, write only outputs, and read none that they write', () => {
    const regions = Object.keys({ ...kernel.inputs, ...kernel.outputs });
    expect(kernel.passes).not.toHaveLength(0);
    for (const { reads, writes } of kernel.passes) {
      const read = reads.map(({ region }) => region);
      expect(regions).toEqual(expect.arrayContaining([...read, ...writes]));
      expect(Object.keys(kernel.outputs)).toEqual(expect.arrayContaining([...writes]));
      expect(new Set([...read, ...writes]).size).toBe(read.length + writes.length);
    }
  });

  it('scalars are declared parameters', () => {
    expect(Object.keys(kernel.parameters)).toEqual(expect.arrayContaining([...kernel.scalars]));
  });

  it.each(WORKLOAD_NAMES)('workload %s has an answer, and says who knows it', (name) => {
    const { digest, truth } = kernel.workloads[name];
    expect(digest).not.toBe('');
    expect(truth).not.toBe('');
  });

  it.each(WORKLOAD_NAMES)('workload %s gives every parameter a value within its bounds', (name) => {
    const { parameters } = kernel.workloads[name];
    expect(Object.keys(parameters).toSorted()).toEqual(Object.keys(kernel.parameters).toSorted());
    const outside = Object.entries(kernel.parameters).filter(([parameter, spec]) => {
      const value = parameters[parameter]!;
      const step = spec.type === 'u32' ? (spec.multipleOf ?? 1) : 0;
      return !(value >= spec.minimum && value <= spec.maximum) || (step > 0 && value % step !== 0);
    });
    expect(outside).toStrictEqual([]);
  });

  it('its smoke input is the same every time, and lays out with every region in it', () => {
    const { parameters, seed } = kernel.workloads.smoke;
    const inputs = kernel.generate(parameters, seededRandom(seed));
    expect(kernel.generate(parameters, seededRandom(seed))).toStrictEqual(inputs);
    const layout = layOut(kernel, parameters, inputs);
    expect(layout.items).toBeGreaterThan(0);
    for (const name of Object.keys({ ...kernel.inputs, ...kernel.outputs })) {
      const { offset } = regionOf(layout, name);
      expect(offset % 64).toBe(0);
    }
  });
});

describe.each(
  kernels.flatMap(({ id, held, ...kernel }) => (held === undefined ? [] : [{ id, held, kernel }])),
)('what the program of $id holds', ({ held, kernel }) => {
  it('is encoded into exactly the inputs that it was made of', () => {
    const { parameters, seed } = kernel.workloads.smoke;
    const inputs = kernel.generate(parameters, seededRandom(seed));
    const encoded = Object.fromEntries(
      Object.entries(inputs).map(([name, view]) => [name, view.slice().fill(1)]),
    );
    held.encode(held.decode(inputs), encoded);
    for (const [name, view] of Object.entries(inputs)) expect(encoded[name]).toEqual(view.slice());
  });
});
