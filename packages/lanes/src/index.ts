export { laneOf, LANES } from './catalogue.ts';
