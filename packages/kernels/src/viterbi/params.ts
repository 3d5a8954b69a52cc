/** Tags: O, then B- and I- of PER, ORG, LOC and MISC in turn; so the even ones but 0 go on what the one before began. */
export const TAGS: u32 = 9;
/** Words in the longest sentence that the lanes have room for. */
export const LONGEST: u32 = 1024;
