/** What universal functions do to dimensions. */
import { binary, unary } from '../../../arrays/elementwise.ts';
import { arrayError } from '../../../arrays/errors.ts';
import { batchedProduct } from '../../../arrays/linear.ts';
import { asArray } from '../../../arrays/ndarray.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import type { UnitRegistry } from '../../../units/displayUnits.ts';
import { typeError } from '../../objects/errors.ts';
import type { BinaryOp, CompareOp } from '../../values.ts';
import {
  type Numeric,
  numeric,
  requireDimensionless,
  requireSameDimension,
  shortText,
  singleNumber,
} from './numeric.ts';

export const UFUNC_OF_OPERATOR: Readonly<Record<Exclude<BinaryOp, '@'>, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floor_divide',
  '%': 'remainder',
  '**': 'power',
  '<<': 'left_shift',
  '>>': 'right_shift',
  '&': 'bitwise_and',
  '|': 'bitwise_or',
  '^': 'bitwise_xor',
};

export const UFUNC_OF_COMPARISON: Readonly<Record<CompareOp, string>> = {
  '==': 'equal',
  '!=': 'not_equal',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
};

/** What Brian knows of universal functions; of any other the result loses its dimension. */
const KEEPING = words('absolute rint negative conjugate floor ceil trunc');
const DIMENSIONLESS_ONLY = words(
  'sin sinh arcsin arcsinh cos cosh arccos arccosh tan tanh arctan arctanh log log2 log10 log1p exp exp2 expm1',
);
/** Brian wraps the others, so that they give no quantities. */
const UNWRAPPED = words('log2 exp2');
const PLAIN = words('logical_and logical_or logical_xor logical_not isfinite isinf isnan sign');
const MATCHING = words('add subtract maximum minimum remainder fmod');
const COMPARING = new Set(Object.values(UFUNC_OF_COMPARISON));
const BOTH_DIMENSIONLESS = words('logaddexp logaddexp2 arctan2 hypot');
const INTEGERS_ONLY = words('bitwise_and bitwise_or bitwise_xor left_shift right_shift invert');
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ['sqrt', 0.5],
  ['square', 2],
  ['reciprocal', -1],
]);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** A universal function of one operand, as `np.NAME(x)`. Of a quantity it is a quantity or array again. */
export function applyUnary(name: string, operand: Numeric, registry?: UnitRegistry): Numeric {
  if (!operand.isQuantity) return numeric(unary(name, operand.value));
  if (INTEGERS_ONLY.has(name)) throw unsafeOperands(name);
  if (DIMENSIONLESS_ONLY.has(name)) {
    const describe = () => `${name} expects a dimensionless argument but got ${shortText(operand, registry)}`;
    requireDimensionless(operand, describe, registry);
  }
  const value = unary(name, operand.value);
  if (DIMENSIONLESS_ONLY.has(name) && !UNWRAPPED.has(name)) return numeric(asArray(value));
  if (PLAIN.has(name)) return { value, dimension: DIMENSIONLESS, isArray: true };
  return { value, dimension: unaryDimension(name, operand.dimension), isQuantity: true };
}

function unaryDimension(name: string, dimension: Dimension): Dimension {
  if (KEEPING.has(name)) return dimension;
  const exponent = EXPONENTS.get(name);
  return exponent === undefined ? DIMENSIONLESS : dimension.power(exponent);
}

/** A universal function of two operands, as `np.NAME(a, b)`. */
export function applyBinary(name: string, a: Numeric, b: Numeric, registry?: UnitRegistry): Numeric {
  if (!a.isQuantity && !b.isQuantity) return numeric(binary(name, a.value, b.value));
  checkBinary(name, a, b, registry);
  const value = binary(name, a.value, b.value);
  if (PLAIN.has(name) || COMPARING.has(name)) return { value, dimension: DIMENSIONLESS, isArray: true };
  return { value, dimension: binaryDimension(name, a, b), isQuantity: true };
}

/** Raises DimensionMismatchError and TypeError where Brian refuses such operands. */
export function checkBinary(name: string, a: Numeric, b: Numeric, registry?: UnitRegistry): void {
  if (MATCHING.has(name) || COMPARING.has(name)) {
    const describe = () =>
      `Cannot calculate ${shortText(a, registry)} ${name} ${shortText(b, registry)}, the units do not match`;
    requireSameDimension(a, b, describe, registry);
  } else if (name === 'power') {
    checkExponent(b, registry);
  } else if (INTEGERS_ONLY.has(name)) {
    throw unsafeOperands(name);
  } else if (BOTH_DIMENSIONLESS.has(name)) {
    requireBothDimensionless(name, a, b, registry);
  }
}

function checkExponent(exponent: Numeric, registry?: UnitRegistry): void {
  const describe = () =>
    `The exponent for a power operation has to be dimensionless but was ${shortText(exponent, registry)}`;
  requireDimensionless(exponent, describe, registry);
  if (singleNumber(exponent) === undefined)
    throw typeError('Only length-1 arrays can be used as an exponent for quantities.');
}

function requireBothDimensionless(name: string, a: Numeric, b: Numeric, registry?: UnitRegistry): void {
  [a, b].forEach((operand, k) => {
    const which = k === 0 ? 'first' : 'second';
    const describe = () =>
      `Both arguments for "${name}" should be dimensionless but ${which} argument was ${shortText(operand, registry)}`;
    requireDimensionless(operand, describe, registry);
  });
}

/** The dimension of a result. Of two quantities the one that is no unit decides, or the first. */
export function binaryDimension(name: string, a: Numeric, b: Numeric): Dimension {
  if (MATCHING.has(name)) {
    const first = a.isQuantity && (a.unit === undefined || !b.isQuantity || b.unit !== undefined);
    return first ? a.dimension : b.dimension;
  }
  if (name === 'multiply') return a.dimension.multiply(b.dimension);
  if (name === 'divide' || name === 'floor_divide') return a.dimension.divide(b.dimension);
  return name === 'power' ? a.dimension.power(singleNumber(b) ?? 1) : DIMENSIONLESS;
}

/** `a @ b` */
export function matrixProduct(a: Numeric, b: Numeric): Numeric {
  const value = batchedProduct(asArray(a.value), asArray(b.value));
  if (!a.isQuantity && !b.isQuantity) return numeric(value);
  return { value, dimension: a.dimension.multiply(b.dimension), isQuantity: true };
}

/** NumPy's error for operands that a universal function has no version for. */
export function unsafeOperands(name: string): Error {
  return arrayError(
    'TypeError',
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );
}
