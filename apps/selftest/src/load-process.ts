// A neighbour: spins and sleeps by turns, each for a random time, until its parent says or is gone.
import { setTimeout as sleep } from 'node:timers/promises';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Shortest and longest stretch in milliseconds; their logarithms are equally likely. */
const SHORTEST = 10;
const LONGEST = 3000;

const generator = xoroshiro128plus(Number(process.argv[2]));

function stretch(): number {
  return SHORTEST * (LONGEST / SHORTEST) ** uniformFloat64(generator);
}

/** In slices, so that the parent's end is seen. */
async function spin(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const slice = Math.min(end, performance.now() + 50);
    while (performance.now() < slice);
    await sleep(0);
  }
}

process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole process group; the parent ends us.
process.on('SIGINT', () => {});
process.send?.('ready');
for (;;) {
  await spin(stretch());
  await sleep(stretch());
}
