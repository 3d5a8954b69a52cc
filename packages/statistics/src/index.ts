export { birgeInflation, standardScore } from './birge.ts';
export { interval, meanOf } from './mean.ts';
export type { Confidence, Interval, Mean } from './mean.ts';
export { median, quantile } from './quantile.ts';
export { seededNormal } from './random.ts';
export { geometricMean, logRatios, ratioOf } from './ratio.ts';
export { signTest } from './sign-test.ts';
export { verdictOf, MARGIN } from './verdict.ts';
