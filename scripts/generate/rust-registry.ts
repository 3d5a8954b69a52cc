import { join } from 'node:path';
import { HEADER, KERNELS, kernelFolders, snakeCase } from './sources.ts';
import type { GeneratedFile, KernelFolder } from './sources.ts';
import type { ChunkPassSpec, ItemPassSpec, KernelSpec, RegionSpec } from '@crossover/model';

/**
 * Finds a pass of a Rust source by name, and calls it with what the spec declares: slices of regions, or the numbers and
 * arrays of one item.
 */
export async function rustRegistry(): Promise<GeneratedFile> {
  const sources = (await kernelFolders()).flatMap((folder) =>
    folder.files.filter((file) => /^native(_\w+)?\.rs$/.test(file)).map((file) => ({ folder, file })),
  );
  const modules = sources.map(
    ({ folder, file }) => `#[path = "${folder.id}/${file}"]\npub mod ${moduleName(folder.id, file)};`,
  );
  const passes = sources.flatMap(({ folder, file }) =>
    uniquePasses(folder).map((pass) => ({ folder, file, pass })),
  );
  const chunkPasses = passes.flatMap(({ folder, file, pass }) =>
    pass.calls === 'item' ? [] : [chunkEntry(folder, file, pass)],
  );
  const itemPasses = passes.flatMap(({ folder, file, pass }) =>
    pass.calls === 'item' ? [itemEntry(folder, file, pass)] : [],
  );
  const text = `${HEADER}//! All passes of all Rust sources.
#![expect(missing_docs, reason = "the kernels' modules are documented in their own files")]

use crate::call::Call;
use crate::item_call::{Arguments, Host, ItemPass, Number};

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

/// Every pass that is called once per chunk.
pub static PASSES: &[Pass] = &[
${chunkPasses.join('\n')}
];

/// The function of a pass that the host calls once per item: of that kernel, source file and name.
#[must_use]
pub fn item_pass<H: Host>(kernel: &str, source: &str, name: &str) -> Option<H::Function> {
    match (kernel, source, name) {
${itemPasses.map(({ arm }) => arm).join('\n')}
        _ => None,
    }
}

${itemPasses.map(({ type }) => type).join('\n\n')}
`;
  return { path: join(KERNELS, 'registry.rs'), text };
}

function moduleName(id: string, file: string): string {
  const suffix = file.slice('native'.length, -'.rs'.length);
  return `${snakeCase(id)}${suffix}`;
}

/** A function may stand for several passes, over other regions of the same types. */
function uniquePasses({ kernel }: KernelFolder): KernelSpec['passes'] {
  return [...new Map(kernel.passes.map((pass) => [pass.name, pass])).values()];
}

function chunkEntry({ id, kernel }: KernelFolder, file: string, pass: ChunkPassSpec): string {
  const elementOf = (region: string): string => regionOf(kernel, region).element;
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

/** A type that stands for a pass, and how it is found. */
function itemEntry(
  { id, kernel }: KernelFolder,
  file: string,
  pass: ItemPassSpec,
): { readonly arm: string; readonly type: string } {
  const module = moduleName(id, file);
  const name = snakeCase(pass.name);
  const typeName = `${module}_${name}`.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  const values = pass.reads.map(({ region }, index) => {
    const { element, division } = regionOf(kernel, region);
    const kind = division.kind === 'stride' && division.elements === 1 ? 'number' : 'array';
    return `arguments.${kind}::<${element}>(${index})?`;
  });
  const call = `${module}::${name}(${values.join(', ')})`;
  return {
    arm: `        ("${id}", "${file}", "${pass.name}") => Some(H::function::<${typeName}>()),`,
    type: `enum ${typeName} {}
impl ItemPass for ${typeName} {
    const ARITY: usize = ${values.length};
    fn call<A: Arguments>(${values.length === 0 ? '_' : 'arguments'}: &A) -> Result<Option<f64>, A::Problem> {
        ${pass.writes.length === 0 ? `${call};\n        Ok(None)` : `Ok(Some(${call}.to_host()))`}
    }
}`,
  };
}

function regionOf(kernel: KernelSpec, name: string): RegionSpec {
  const spec = kernel.inputs[name] ?? kernel.outputs[name];
  if (spec === undefined) throw new Error(`${kernel.id}: a pass names no region ${name}`);
  return spec;
}
