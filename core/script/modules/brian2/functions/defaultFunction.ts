import { broadcastFlat, broadcastShapes } from '../../../../arrays/broadcast.ts';
import { asArray, NdArray } from '../../../../arrays/ndarray.ts';
import { DEFAULT_FUNCTIONS } from '../../../../functions/defaults.ts';
import type { BrianFunction } from '../../../../functions/function.ts';
import { DIMENSIONLESS } from '../../../../units/dimension.ts';
import { dimensionMismatch } from '../../../../units/errors.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindArguments } from '../../../objects/arguments.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { type PyValue, Unknown } from '../../../values.ts';
import { hasUnknown, settledOperand } from '../../numpy/arguments.ts';
import { asNumeric, brianNumpyNames, fromNumeric } from '../../numpy/index.ts';
import { BrianFunctionObject } from './functionObject.ts';

/** A function of strings as a Python object: what `DEFAULT_FUNCTIONS['exp']` gives. */
export function defaultFunction(fn: BrianFunction): BrianFunctionObject {
  const numpy = fn.returnType === 'integer' ? undefined : brianNumpyNames().lookup(fn.name);
  return new BrianFunctionObject(fn, numpy ?? wholeNumbers(fn));
}

/** `timestep(t, dt)` of `brian2.core.functions`. */
export function timestepFunction(): NativeFunction {
  return wholeNumbers(DEFAULT_FUNCTIONS.get('timestep')!);
}

/** A function that gives whole numbers, for numbers and arrays. */
function wholeNumbers(fn: BrianFunction): NativeFunction {
  return new NativeFunction(fn.name, (call, ctx) => {
    const args = bindArguments(fn.name, call, fn.argNames).map((arg) => settledOperand(arg ?? null, ctx));
    return hasUnknown(args) ? new Unknown() : evaluated(fn, args, ctx);
  });
}

function evaluated(fn: BrianFunction, args: readonly PyValue[], ctx: Interpreter): PyValue {
  const numbers = args.map((arg) => asNumeric(arg, ctx)).filter((one) => one !== undefined);
  const { evaluate } = fn;
  if (evaluate === undefined || numbers.length < args.length) return new Unknown();
  const dimensions = numbers.map(({ dimension }) => dimension);
  if (new Set(dimensions).size > 1)
    throw dimensionMismatch(`Cannot calculate ${fn.name}, the units do not match`, dimensions);
  const arrays = numbers.map(({ value }) => asArray(value));
  const shape = broadcastShapes(...arrays.map((array) => array.shape));
  const columns = arrays.map((array) => broadcastFlat(array, shape));
  const values = Float64Array.from(columns[0] ?? [], (_, k) =>
    evaluate(...columns.map((column) => column[k]!)),
  );
  const result = new NdArray(values, shape, 'int64');
  return fromNumeric({ value: shape.length === 0 ? result.item() : result, dimension: DIMENSIONLESS });
}
