import type { PassSpec, Work } from '@crossover/model';

/** The values of a kernel's scalars, in the order in which every pass takes them. */
export function scalarsOf({ kernel, parameters }: Work): readonly number[] {
  return kernel.scalars.map((name) => {
    const value = parameters[name];
    if (value === undefined) throw new RangeError(`${kernel.id}: no value for the parameter ${name}`);
    return value;
  });
}

/** The regions that a pass takes, in order: those that it reads, then those that it writes. */
export function regionsOf(pass: PassSpec): readonly string[] {
  return [...pass.reads.map((read) => read.region), ...pass.writes];
}
