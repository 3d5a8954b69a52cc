import { writeFileSync } from 'node:fs';
import { CrossoverError } from '@crossover/model';
import { renderJson } from '@crossover/report';
import type { Result } from '@crossover/model';

/**
 * Writes the analysed result.
 * @throws CrossoverError `not-writable`
 */
export function writeResult(result: Result, path: string): void {
  try {
    writeFileSync(path, renderJson(result));
  } catch (error) {
    const message = `cannot write the result: ${error instanceof Error ? error.message : String(error)}`;
    throw new CrossoverError({ code: 'not-writable', message, where: path }, error);
  }
}
