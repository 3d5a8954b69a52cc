import type { Random } from '../../packages/model/src/index.ts';

/** A disc that crosses the scene on a straight line. */
interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly speed: number;
  readonly colour: readonly number[];
}

/** Draws the discs of a scene: where they start, how they move, what colour they have. */
export function drawDiscs(random: Random): readonly Disc[] {
  return Array.from({ length: 9 }, () => ({
    x: random.fraction(),
    y: random.fraction(),
    radius: 0.04 + 0.12 * random.fraction(),
    speed: random.fraction() - 0.5,
    colour: [random.below(256), random.below(256), random.below(256)],
  }));
}

/**
 * One picture of the scene as a PPM file: a gradient, moving discs with sharp edges, a fine chequered band as hard
 * to compress as print, and a little noise. `time` runs from 0 to 1.
 */
export function picture(
  width: number,
  height: number,
  time: number,
  discs: readonly Disc[],
  random: Random,
): Buffer {
  const header = Buffer.from(`P6\n${width} ${height}\n255\n`);
  const samples = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [(x + 0.5) / width, (y + 0.5) / height];
      const disc = discs.find((one) => {
        const centre = (((one.x + one.speed * time) % 1) + 1) % 1;
        return (u - centre) ** 2 + (((v - one.y) * height) / width) ** 2 < one.radius ** 2;
      });
      const chequered = v > 0.8 && v < 0.9 && ((x >> 1) + y + Math.floor(60 * time)) % 3 === 0;
      const ground = [255 * u, 255 * v, 255 * (1 - u) * (0.5 + 0.5 * time)];
      const colour = chequered ? [20, 20, 20] : (disc?.colour ?? ground);
      for (let c = 0; c < 3; c++) {
        const noisy = colour[c]! + random.below(9) - 4;
        samples[(y * width + x) * 3 + c] = Math.max(0, Math.min(255, Math.round(noisy)));
      }
    }
  }
  return Buffer.concat([header, samples]);
}
