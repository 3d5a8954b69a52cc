/** What becomes of a frame, in words, by the code that params.ts gives it. */
const TEXTS: readonly string[] = [
  'decoded',
  'not a JPEG',
  'truncated',
  'corrupt marker',
  'corrupt header',
  'corrupt table',
  'missing table',
  'corrupt Huffman code',
  'restart marker missing or out of order',
  'more data than blocks',
  'progressive, which is not supported',
  'arithmetic coding, which is not supported',
  'lossless or hierarchical, which is not supported',
  'not 8 bits per sample, which is not supported',
  'not of the given size',
  'neither grey nor YCbCr, which is not supported',
  'sampling other than 4:4:4, 4:2:2 and 4:2:0, which is not supported',
];

export function statusText(code: number): string {
  return TEXTS[code] ?? `unknown status ${code}`;
}
