/** Just below 1: times this, a quotient of leading parts is never too large, however f64 rounds. */
export const UNDERESTIMATE: f64 = 0.999999999999;
