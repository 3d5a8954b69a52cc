/**
 * Reserves memory for the host's arena and returns its first byte, aligned to a cache line. It comes from the
 * module's own allocator, so that a kernel that allocates, or has tables of its own, never meets the arena.
 */
export function reserveArena(byteLength: usize): usize {
  return (heap.alloc(byteLength + 63) + 63) & ~63;
}
