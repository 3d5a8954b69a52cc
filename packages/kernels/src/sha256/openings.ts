/** The example messages of FIPS 180 and of NIST's SHA-256 examples. */
export const EXAMPLES: readonly string[] = [
  '',
  'abc',
  'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
  'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
];

/** What every workload with room begins with: the examples, then the lengths at which the padding changes its shape. */
export const OPENINGS: readonly (string | number)[] = [...EXAMPLES, 55, 56, 63, 64, 65];
