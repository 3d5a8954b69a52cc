/**
 * What a kernel in WebAssembly threw; where its memory cannot grow any more, with that as the reason. AssemblyScript's
 * allocator then traps without a word, as every failed assertion does.
 */
export function trapOf(error: unknown, memory: WebAssembly.Memory): unknown {
  if (!(error instanceof WebAssembly.RuntimeError) || !error.message.includes('unreachable')) return error;
  if (canGrow(memory)) return error;
  const size = memory.buffer.byteLength;
  const trap = new WebAssembly.RuntimeError(`out of memory: ${size} bytes, and no more to be had`);
  trap.cause = error;
  return trap;
}

/** Lets it grow by a page. */
function canGrow(memory: WebAssembly.Memory): boolean {
  try {
    memory.grow(1);
    return true;
  } catch {
    return false;
  }
}
