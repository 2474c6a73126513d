/** Functions of Brian's that are no functions of strings, but say what their units are: strings may call them. */
import type { ArgumentValues, BrianFunction } from '../../../../functions/function.ts';
import { DIMENSIONLESS } from '../../../../units/dimension.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import type { PyValue } from '../../../values.ts';
import { PyUfunc } from '../../numpy/ufunc.ts';

const EVALUATIONS: Readonly<Record<string, readonly [(x: number) => number, 'any' | 'plain']>> = {
  arcsinh: [Math.asinh, 'plain'],
  arccosh: [Math.acosh, 'plain'],
  arctanh: [Math.atanh, 'plain'],
  zeros_like: [() => 0, 'any'],
  ones_like: [() => 1, 'any'],
};

/** As Brian does not know whether they remember something, it takes them for stateful. */
const ANNOTATED: ReadonlyMap<string, BrianFunction> = new Map(
  Object.entries(EVALUATIONS).map(([name, [evaluate, unit]]): [string, BrianFunction] => [
    name,
    {
      name,
      argNames: ['x'],
      argUnits: [unit === 'any' ? 'any' : DIMENSIONLESS],
      argTypes: ['any'],
      returnUnit: DIMENSIONLESS,
      returnType: 'float',
      stateless: false,
      implementation: {
        kind: 'script',
        call: ([x]) => evaluated(x!, evaluate),
        code: () => undefined,
        targets: () => [],
      },
    },
  ]),
);

export function annotatedFunction(value: PyValue): BrianFunction | undefined {
  return value instanceof NativeFunction || value instanceof PyUfunc ? ANNOTATED.get(value.name) : undefined;
}

function evaluated({ values }: ArgumentValues, evaluate: (x: number) => number): number | readonly number[] {
  return typeof values === 'number' ? evaluate(values) : values.map(evaluate);
}
