/** The first byte of memory that the module keeps nothing in. */
export function ownEnd(): usize {
  return __heap_base;
}
