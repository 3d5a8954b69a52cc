/** First byte of linear memory that neither the module's data nor its stack uses. */
export function heapBase(): usize {
  return __heap_base;
}
