/** A point whose orbit stays within this squared distance is taken to be in the set. */
export const LIMIT: f64 = 4.0;
/** Iterations before a point is taken to be in the set. */
export const ITERATIONS: u32 = 50;
