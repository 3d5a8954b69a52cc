import { join } from 'node:path';
import { HEADER, KERNELS, kernelFolders, snakeCase } from './sources.ts';
import type { GeneratedFile, KernelFolder } from './sources.ts';
import type { PassSpec } from '@crossover/model';

/** Finds a pass of a Rust source by name, and calls it with slices of the types that the spec declares. */
export async function rustRegistry(): Promise<GeneratedFile> {
  const sources = (await kernelFolders()).flatMap((folder) =>
    folder.files.filter((file) => /^native(_\w+)?\.rs$/.test(file)).map((file) => ({ folder, file })),
  );
  const modules = sources.map(
    ({ folder, file }) => `#[path = "${folder.id}/${file}"]\npub mod ${moduleName(folder.id, file)};`,
  );
  const passes = sources.flatMap(({ folder, file }) =>
    uniquePasses(folder).map((pass) => entry(folder, file, pass)),
  );
  const text = `${HEADER}//! All passes of all Rust sources.
#![expect(missing_docs, reason = "the kernels' modules are documented in their own files")]

use crate::call::Call;

${modules.join('\n')}

/// A pass of a kernel's Rust source.
pub struct Pass {
    /// Name of the kernel.
    pub kernel: &'static str,
    /// Name of the source file in its folder.
    pub source: &'static str,
    /// Name of the pass in the spec.
    pub name: &'static str,
    /// How many scalars, regions read and regions written it takes.
    pub arity: (usize, usize, usize),
    /// Runs it on one chunk.
    pub run: fn(&Call<'_>),
}

/// Every pass that there is.
pub static PASSES: &[Pass] = &[
${passes.join('\n')}
];
`;
  return { path: join(KERNELS, 'registry.rs'), text };
}

function moduleName(id: string, file: string): string {
  const suffix = file.slice('native'.length, -'.rs'.length);
  return `${snakeCase(id)}${suffix}`;
}

/** A function may stand for several passes, over other regions of the same types. */
function uniquePasses({ kernel }: KernelFolder): readonly PassSpec[] {
  return [...new Map(kernel.passes.map((pass) => [pass.name, pass])).values()];
}

function entry({ id, kernel }: KernelFolder, file: string, pass: PassSpec): string {
  const elementOf = (region: string): string => {
    const spec = kernel.inputs[region] ?? kernel.outputs[region];
    if (spec === undefined) throw new Error(`${id}: pass ${pass.name} names no region ${region}`);
    return spec.element;
  };
  const values = [
    ...kernel.scalars.map((name, index) => `call.scalar_${kernel.parameters[name]!.type}(${index})`),
    ...pass.reads.map(({ region }, index) => `call.read::<${elementOf(region)}>(${index})`),
    ...pass.writes.map((region, index) => `call.write::<${elementOf(region)}>(${index})`),
    'call.start',
    'call.end',
  ];
  const arity = `(${kernel.scalars.length}, ${pass.reads.length}, ${pass.writes.length})`;
  const call = `${moduleName(id, file)}::${snakeCase(pass.name)}(${values.join(', ')})`;
  return `    Pass { kernel: "${id}", source: "${file}", name: "${pass.name}", arity: ${arity}, run: |call| ${call} },`;
}
