import { hash } from 'node:crypto';

export function sha256(
  messages: Uint8Array,
  boundaries: Uint32Array,
  digests: Uint8Array,
  start: number,
  end: number,
): void {
  const bytes = Buffer.from(digests.buffer, digests.byteOffset, digests.byteLength);
  for (let item = start; item < end; item++) {
    const message = messages.subarray(boundaries[item], boundaries[item + 1]);
    // A string with a character for each byte is made faster than a Buffer for each digest.
    bytes.write(hash('sha256', message, 'latin1'), item * 32, 'latin1');
  }
}
