import { kernelFolders } from '../sources.ts';
import { table } from './table.ts';
import type { KernelFolder } from '../sources.ts';

/** The kernels, from their specs. */
export async function kernelsTable(): Promise<string> {
  const rows = (await kernelFolders()).map(rowOf);
  return table(['kernel', 'what it puts under load', 'one item', '`medium`', 'right answer from'], rows);
}

function rowOf({ id, kernel }: KernelFolder): readonly string[] {
  const { parameters, truth } = kernel.workloads.medium;
  const values = Object.entries(parameters).map(([name, value]) => `${name} ${value}`);
  const items = kernel.items(parameters);
  const size = `${values.join(', ')}: ${items} ${items === 1 ? 'item' : 'items'}`;
  return [`[\`${id}\`](packages/kernels/src/${id})`, kernel.stresses, kernel.item, size, truth];
}
