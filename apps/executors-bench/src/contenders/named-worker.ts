// For pools that call a function that a file exports.
export { perform } from '../perform.ts';
