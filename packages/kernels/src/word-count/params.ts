/** The space, which parts words. */
export const SPACE: u8 = 32;
/** The first of the control characters that part words: tab, line feed, vertical tab, form feed, carriage return. */
export const TAB: u8 = 9;
/** How many such control characters follow each other. */
export const CONTROLS: u8 = 5;
