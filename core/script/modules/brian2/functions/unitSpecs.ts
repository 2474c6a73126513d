/** Units of arguments and results as scripts write them: `volt`, `1`, `bool`, None, `'x'`, `lambda d: d**2`. */
import type { ArgumentUnit, ReturnUnit } from '../../../../functions/function.ts';
import { DIMENSIONLESS, type Dimension } from '../../../../units/dimension.ts';
import { BOOL } from '../../../builtins/types.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { callArguments } from '../../../objects/arguments.ts';
import { PyDescriptor } from '../../../objects/classes.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { PyStr, type PyValue } from '../../../values.ts';
import { asQuantity, PyDimension } from '../../numpy/index.ts';

/** What `argNames` calls an argument is the same unit as that argument's. */
export function argumentUnit(spec: PyValue, argNames: readonly string[], ctx: Interpreter): ArgumentUnit {
  if (spec === BOOL) return 'boolean';
  if (spec instanceof PyStr) {
    const sameAs = argNames.indexOf(spec.value);
    return sameAs < 0 ? 'any' : { sameAs };
  }
  return dimensionOfSpec(spec, ctx) ?? 'any';
}

export function returnUnit(spec: PyValue, ctx: Interpreter): ReturnUnit {
  if (spec === BOOL) return 'boolean';
  const dimension = dimensionOfSpec(spec, ctx);
  if (dimension !== undefined) return dimension;
  return isCallable(spec) ? (dimensions) => resultDimension(spec, dimensions, ctx) : () => undefined;
}

/** The dimension that a unit states; undefined for None, functions and what analysis does not know. */
export function dimensionOfSpec(spec: PyValue, ctx: Interpreter): Dimension | undefined {
  return spec instanceof PyDimension ? spec.dimension : asQuantity(spec, ctx)?.dimension;
}

/** True for what gives the unit of a result from those of the arguments. */
export function isCallable(spec: PyValue): boolean {
  return spec instanceof PyDescriptor || spec instanceof NativeFunction;
}

/** What a function of dimensions gives for some. */
export function resultDimension(
  spec: PyValue,
  dimensions: readonly Dimension[],
  ctx: Interpreter,
): Dimension | undefined {
  const result = ctx.call(spec, callArguments(dimensions.map((dimension) => new PyDimension(dimension))));
  if (result === 1n) return DIMENSIONLESS;
  return dimensionOfSpec(result, ctx);
}
