export { claimOf, CLAIMS } from './catalogue.ts';
export type { SourceBytes } from './cell-pattern.ts';
export type { Claim } from './claim.ts';
export { judgeClaims } from './judge-claims.ts';
