import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HEADER, KERNELS, kernelFolders, snakeCase } from './sources.ts';
import type { GeneratedFile } from './sources.ts';

/** The constants of every `params.ts`, for Rust: written once, the same in all languages. */
export async function rustParams(): Promise<GeneratedFile> {
  const modules: string[] = [];
  for (const { id, files } of await kernelFolders()) {
    if (!files.includes('params.ts')) continue;
    const path = join(KERNELS, id, 'params.ts');
    const values: Record<string, unknown> = await import(pathToFileURL(path).href);
    const constants = declarations(await readFile(path, 'utf8')).map(
      ({ name, type, comment }) =>
        `    /// ${comment}\n    pub const ${name}: ${rustConstant(type, values[name])};`,
    );
    modules.push(`/// Constants of \`${id}\`.\npub mod ${snakeCase(id)} {\n${constants.join('\n')}\n}\n`);
  }
  const text = `${HEADER}//! The kernels' constants, from each folder's \`params.ts\`.
#![allow(clippy::unreadable_literal, reason = "read in params.ts")]

${modules.join('\n')}`;
  return { path: join(KERNELS, 'params.rs'), text };
}

interface Declaration {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

function declarations(source: string): readonly Declaration[] {
  const pattern = /(?:\/\*\*\s*(?<comment>[^\n]*?)\s*\*\/\n)?export const (?<name>\w+): (?<type>[\w<>]+) =/g;
  return [...source.matchAll(pattern)].map(({ groups }) => {
    const { comment, name = '', type = '' } = groups as Partial<Declaration>;
    if (comment === undefined) throw new Error(`params.ts: ${name} has no /** comment */ of one line`);
    return { name, type, comment };
  });
}

function rustConstant(type: string, value: unknown): string {
  const element = /^StaticArray<(\w+)>$/.exec(type)?.[1];
  if (element === undefined) return `${type} = ${literal(type, value)}`;
  if (!Array.isArray(value)) throw new Error(`expected an array for ${type}`);
  return `[${element}; ${value.length}] = [${value.map((item) => literal(element, item)).join(', ')}]`;
}

function literal(type: string, value: unknown): string {
  if (typeof value !== 'number') throw new Error(`expected a number for ${type}, got ${String(value)}`);
  // Both languages print the shortest decimal that reads back as the same f64.
  return type === 'f64' && Number.isInteger(value) ? value.toFixed(1) : String(value);
}
