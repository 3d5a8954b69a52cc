import { CrossoverError } from '@crossover/model';
import type { KernelSpec, Parameters, ParameterSpec } from '@crossover/model';

/**
 * Checks that a kernel has these parameters, and that they lie in its bounds.
 * @param origin where the values are from, as the user knows it
 * @throws CrossoverError `usage` that names the parameter and what it may be.
 */
export function checkParameters(kernel: KernelSpec, parameters: Parameters, origin: string): void {
  for (const [name, value] of Object.entries(parameters)) {
    // A name that every object knows, such as `toString`, is no parameter either.
    const spec = Object.hasOwn(kernel.parameters, name) ? kernel.parameters[name] : undefined;
    if (spec === undefined) {
      const hint = `its parameters: ${Object.keys(kernel.parameters).join(', ')}`;
      throw new CrossoverError({ code: 'usage', message: `${kernel.id} has no parameter ${name}`, hint });
    }
    if (allows(spec, value)) continue;
    throw new CrossoverError({
      code: 'usage',
      message: `${name} = ${value} is not ${kindOf(spec)} from ${spec.minimum} to ${spec.maximum}`,
      where: `${origin}, ${kernel.id}: ${spec.meaning}`,
    });
  }
}

/**
 * Checks that what was asked for is what follows from the input file.
 * @throws CrossoverError `usage` that names the first parameter for which it is not.
 */
export function checkAgreement(asked: Parameters, followed: Parameters, file: string): void {
  for (const [name, value] of Object.entries(asked)) {
    if (followed[name] === value) continue;
    throw new CrossoverError({
      code: 'usage',
      message: `${name} = ${value} contradicts the input file, from which ${name} = ${followed[name]} follows`,
      where: file,
      hint: `leave ${name} out of --set`,
    });
  }
}

function allows({ type, minimum, maximum, multipleOf = 1 }: ParameterSpec, value: number): boolean {
  const whole = type === 'f64' || (Number.isInteger(value) && value % multipleOf === 0);
  return whole && value >= minimum && value <= maximum;
}

function kindOf({ type, multipleOf = 1 }: ParameterSpec): string {
  if (type === 'f64') return 'a number';
  return multipleOf === 1 ? 'a whole number' : `a multiple of ${multipleOf}`;
}
