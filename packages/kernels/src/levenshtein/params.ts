/** Code units in the longest string that the lanes have room for. */
export const LONGEST: u32 = 4096;
