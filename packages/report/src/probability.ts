/** A probability, as p-values are printed: `0.013`, `<0.001`. */
export function formatProbability(p: number): string {
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}
