/** Calls of the script's functions from strings, as Brian's NumPy target makes them. */
import { NdArray, type Operand } from '../../../../arrays/ndarray.ts';
import type { ArgumentValues, BrianFunction } from '../../../../functions/function.ts';
import { DIMENSIONLESS, type Dimension } from '../../../../units/dimension.ts';
import { unitOf, unitRegistryOf } from '../../../../units/displayUnits.ts';
import { mismatchMessage } from '../../../../units/errors.ts';
import { PyFunction } from '../../../evaluator/functions.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { callArguments } from '../../../objects/arguments.ts';
import { typeError } from '../../../objects/errors.ts';
import { type PyValue, Unknown } from '../../../values.ts';
import { settledOperand } from '../../numpy/arguments.ts';
import { asNumeric, fromNumeric, PyQuantity, PyUnit } from '../../numpy/index.ts';
import { CheckedFunction, nameOf, resultOperand } from './checkUnits.ts';
import type { FunctionSpec } from './functionObject.ts';
import { discardUnits, type Implementations } from './implementations.ts';

/**
 * The results for all elements. An implementation for 'numpy' gets plain numbers; else the Python function gets
 * quantities and must return its unit, unless units are discarded.
 */
export function callWithNumpy(
  fn: BrianFunction,
  spec: FunctionSpec,
  implementations: Implementations,
  args: readonly ArgumentValues[],
  ctx: Interpreter,
): number | ArrayLike<number> {
  const { discard, python } = implementations.numpy(() => ({
    code: spec.pyfunc,
    discard: discardUnits(null, ctx),
  }));
  const plain = args.map(operandOf);
  if (discard === 'nothing') return numbersOf(ctx.call(python, plainArguments(plain)), ctx);
  const original = python instanceof CheckedFunction ? python.original : python;
  if (discard)
    return numbersOf(
      withoutUnits(original, ctx, () => ctx.call(original, plainArguments(plain))),
      ctx,
    );
  return numbersOf(callWithUnits(fn, original, plain, ctx), ctx);
}

function operandOf({ type, values }: ArgumentValues): Operand {
  if (typeof values !== 'number') return NdArray.of(values, DTYPES[type]);
  if (type === 'boolean') return values !== 0;
  return type === 'integer' && Number.isFinite(values) ? BigInt(values) : values;
}

const DTYPES = { boolean: 'bool', integer: 'int32', float: 'float64' } as const;

function plainArguments(operands: readonly Operand[]) {
  return callArguments(operands.map((value) => fromNumeric({ value, dimension: DIMENSIONLESS })));
}

function callWithUnits(
  fn: BrianFunction,
  original: PyValue,
  operands: readonly Operand[],
  ctx: Interpreter,
): PyValue {
  const quantities = operands.map((value, k) => {
    const unit = fn.argUnits[k];
    const dimension = typeof unit === 'object' && !('sameAs' in unit) ? unit : DIMENSIONLESS;
    return fromNumeric({ value, dimension, isQuantity: dimension !== DIMENSIONLESS });
  });
  const result = settledOperand(ctx.call(original, callArguments(quantities)), ctx);
  const { returnUnit } = fn;
  if (returnUnit === 'boolean' || result instanceof Unknown) return result;
  // Brian computes the expected unit from the arguments as the code has them, which is without units.
  const plain = operands.map(() => DIMENSIONLESS);
  const expected = typeof returnUnit === 'function' ? returnUnit(plain) : returnUnit;
  if (expected !== undefined) checkReturned(result, expected, original, ctx);
  return result;
}

/** Raises DimensionMismatchError, but not for plain numbers that are 0 or not finite: those have any unit. */
function checkReturned(result: PyValue, expected: Dimension, original: PyValue, ctx: Interpreter): void {
  const found = resultOperand(result, ctx);
  if (found === expected) return;
  if (!(result instanceof PyQuantity) && isFlexible(result, ctx)) return;
  const registry = unitRegistryOf(ctx.session);
  const wanted =
    expected === DIMENSIONLESS
      ? 'a dimensionless quantity.'
      : `a quantity with units ${ctx.repr(new PyUnit(unitOf(expected, registry)))}.`;
  const text = `The function '${nameOf(original, ctx)}' returned ${ctx.str(result)}, but it was expected to return ${wanted}`;
  ctx.raise('DimensionMismatchError', mismatchMessage(text, [found], registry));
}

function isFlexible(result: PyValue, ctx: Interpreter): boolean {
  const value = asNumeric(result, ctx)?.value;
  const numbers = value instanceof NdArray ? [...value.flat()] : [Number(value)];
  return numbers.every((number) => number === 0 || !Number.isFinite(number));
}

function numbersOf(result: PyValue, ctx: Interpreter): number | ArrayLike<number> {
  const value = asNumeric(settledOperand(result, ctx), ctx)?.value;
  if (value === undefined)
    throw typeError(`float() argument must be a string or a real number, not ${ctx.repr(result)}`);
  if (!(value instanceof NdArray)) return Number(value);
  return value.ndim === 0 ? value.flat()[0]! : value.flat();
}

/** While units are discarded, the module's names for quantities stand for their plain values. */
function withoutUnits(python: PyValue, ctx: Interpreter, run: () => PyValue): PyValue {
  if (!(python instanceof PyFunction)) return run();
  const plain = (value: PyValue) =>
    value instanceof PyQuantity
      ? fromNumeric({ value: asNumeric(value, ctx)!.value, dimension: DIMENSIONLESS })
      : value;
  return python.body.globals.replacing(plain, run);
}
