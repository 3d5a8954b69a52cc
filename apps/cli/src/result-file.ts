import { writeFileSync } from 'node:fs';
import { CrossoverError } from '@crossover/model';
import { renderJson } from '@crossover/report';
import type { Result, RunComparison } from '@crossover/model';

/**
 * Writes an analysed result, or a comparison of two runs.
 * @throws CrossoverError `not-writable`
 */
export function writeResult(result: Result | RunComparison, path: string): void {
  writeText(renderJson(result), path);
}

/**
 * Writes what was made of a result.
 * @throws CrossoverError `not-writable`
 */
export function writeText(text: string, path: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const message = `cannot write the result: ${error instanceof Error ? error.message : String(error)}`;
    throw new CrossoverError({ code: 'not-writable', message, where: path }, error);
  }
}
