/** What c is multiplied by; a whole number, so that all results are exact. */
export const SCALAR: f64 = 3.0;
