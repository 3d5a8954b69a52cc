import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernel } from './kernel.ts';
import { mandelbrot } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

function image(size: number): Uint8Array {
  const rows = new Uint8Array((size * size) / 8);
  mandelbrot(size, rows, 0, size);
  return rows;
}

function pixel(rows: Uint8Array, size: number, x: number, y: number): number {
  return (rows[(y * size + x) >> 3]! >> (7 - (x & 7))) & 1;
}

describe('mandelbrot', () => {
  it.each(vectors.images.filter(({ size }) => size <= 1000))(
    'the image of size $size has the known md5',
    ({ size, md5 }) => {
      expect(kernel.digest({ rows: image(size) }, { size })).toBe(md5);
    },
  );

  it('the workloads expect the known images', () => {
    const expected = Object.values(kernel.workloads).map(({ parameters, digest }) => [
      parameters['size'],
      digest,
    ]);
    expect(expected).toStrictEqual(vectors.images.map(({ size, md5 }) => [size, md5]));
  });

  it('an image of a fifth of the size is every fifth pixel of the larger one', () => {
    const [small, large] = [image(200), image(1000)];
    const differing: string[] = [];
    for (let y = 0; y < 200; y++) {
      for (let x = 0; x < 200; x++) {
        if (pixel(small, 200, x, y) !== pixel(large, 1000, 5 * x, 5 * y)) differing.push(`${x}, ${y}`);
      }
    }
    expect(differing).toStrictEqual([]);
  });

  it('rows at the same distance from the real axis are equal', () => {
    const rows = image(200);
    for (let y = 1; y < 100; y++) {
      expect(rows.subarray((200 - y) * 25, (201 - y) * 25)).toStrictEqual(
        rows.subarray(y * 25, (y + 1) * 25),
      );
    }
  });

  it('splitting the rows never changes the image, and a chunk writes only its own', () => {
    const whole = image(64);
    fc.assert(
      fc.property(fc.nat(64), fc.nat(64), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const rows = new Uint8Array(whole.length).fill(0xaa);
        const expected = rows.slice();
        expected.set(whole.subarray(start * 8, end * 8), start * 8);
        mandelbrot(64, rows, start, end);
        expect(rows).toStrictEqual(expected);
      }),
    );
  });
});
