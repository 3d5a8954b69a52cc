export { laneOf, LANES, lanesOf } from './catalogue.ts';
