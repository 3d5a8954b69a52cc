import { jobsOf, prepare } from '../conformance/workload.ts';
import type { Job } from '@crossover/model';

/** Long enough that something can happen meanwhile: about a second in one thread. */
export async function longJob(workers: number): Promise<Job> {
  return (await prepare('mandelbrot', 'large')).job('typescript', workers);
}

/** Its parameters promise more memory than its layout has, so that the WASM module writes out of bounds. */
export async function trappingJob(workers: number): Promise<Job> {
  const job = (await prepare('mandelbrot', 'smoke')).job('assemblyscript', workers);
  return { ...job, parameters: { size: 32_000 } };
}

/** Its WASM module allocates while it runs. */
export async function growingJob(workers: number): Promise<Job> {
  return (await prepare('binary-trees', 'medium')).job('assemblyscript', workers);
}

/** Lacks a parameter, without which no lane can be bound. */
export async function unbindableJob(workers: number): Promise<Job> {
  const job = (await prepare('mandelbrot', 'smoke')).job('typescript', workers);
  return { ...job, parameters: {} };
}

/** Its boundaries lie far outside of the messages, which Rust notices. */
export async function panickingJob(workers: number): Promise<Job> {
  const job = (await prepare('sha256', 'smoke')).job('rust', workers);
  const boundaries = job.inputs['boundaries']!.slice().fill(2 ** 31, 1);
  return { ...job, inputs: { ...job.inputs, boundaries } };
}

/** Takes hours, and each of its chunks minutes. */
export async function endlessJob(lane: string): Promise<Job> {
  const { kernel } = await prepare('nqueens', 'smoke');
  return jobsOf(kernel, { size: 18 }, {})(lane, 2);
}
