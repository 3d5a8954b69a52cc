import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The AssemblyScript compiler of this workspace; undefined when it is not installed. */
export function assemblyscript(): { readonly version: string; readonly path: string } | undefined {
  try {
    // The package exports its standard library, but not its package.json.
    const std = createRequire(import.meta.url).resolve('assemblyscript/std/assembly.json');
    const path = join(dirname(std), '..');
    const manifest: unknown = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return undefined;
    return { version: String(manifest.version), path };
  } catch {
    return undefined;
  }
}
