/** What operators and universal functions do to dimensions. */
import { binary, unary } from '../../../arrays/elementwise.ts';
import { matmul } from '../../../arrays/linear.ts';
import { asArray } from '../../../arrays/ndarray.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { formatQuantity } from '../../../units/display.ts';
import type { UnitRegistry } from '../../../units/displayUnits.ts';
import { typeError } from '../../objects/errors.ts';
import type { BinaryOp, CompareOp } from '../../values.ts';
import {
  isInfinite,
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
  '%': 'mod',
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

const KEEPING = new Set([
  'absolute',
  'fabs',
  'rint',
  'negative',
  'positive',
  'conjugate',
  'floor',
  'ceil',
  'trunc',
]);
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ['sqrt', 0.5],
  ['square', 2],
  ['reciprocal', -1],
  ['cbrt', 1 / 3],
]);
const PLAIN = new Set(['sign', 'isnan', 'isinf', 'isfinite', 'signbit', 'logical_not']);
const MATCHING = new Set(['add', 'subtract', 'maximum', 'minimum', 'fmax', 'fmin', 'mod', 'fmod']);
const COMPARING = new Set(Object.values(UFUNC_OF_COMPARISON));
const BITWISE = new Set(['bitwise_and', 'bitwise_or', 'bitwise_xor', 'left_shift', 'right_shift']);
/** NumPy's own names where they differ from ours. */
const NUMPY_NAMES: ReadonlyMap<string, string> = new Map([['mod', 'remainder']]);

/** A universal function of one operand, as `np.NAME(x)`. */
export function applyUnary(name: string, operand: Numeric, registry?: UnitRegistry): Numeric {
  const exponent = EXPONENTS.get(name);
  if (KEEPING.has(name)) return numeric(unary(name, operand.value), operand.dimension);
  if (exponent !== undefined) return numeric(unary(name, operand.value), operand.dimension.power(exponent));
  if (!PLAIN.has(name))
    requireDimensionless(
      operand,
      () => `${name} expects a dimensionless argument but got ${shortText(operand, registry)}`,
      registry,
    );
  return numeric(unary(name, operand.value));
}

/** A universal function of two operands, as `np.NAME(a, b)`. */
export function applyBinary(name: string, a: Numeric, b: Numeric, registry?: UnitRegistry): Numeric {
  checkBinary(name, a, b, registry);
  if (name === 'power') return power(a, b);
  return numeric(binary(name, a.value, b.value), resultDimension(name, a, b));
}

function checkBinary(name: string, a: Numeric, b: Numeric, registry?: UnitRegistry): void {
  const texts = () => [shortText(a, registry), shortText(b, registry)] as const;
  if (a.dimension === DIMENSIONLESS && b.dimension === DIMENSIONLESS) return;
  if (MATCHING.has(name) || COMPARING.has(name)) {
    const describe = () => {
      const [left, right] = texts();
      return `Cannot calculate ${left} ${NUMPY_NAMES.get(name) ?? name} ${right}, the units do not match`;
    };
    requireSameDimension(a, b, describe, registry);
  } else if (name === 'power') {
    const describe = () =>
      `The exponent for a power operation has to be dimensionless but was ${shortText(b, registry)}`;
    requireDimensionless(b, describe, registry);
  } else if (BITWISE.has(name)) {
    throw typeError(
      `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  } else if (
    !['multiply', 'divide', 'floor_divide', 'copysign'].includes(name) &&
    !name.startsWith('logical')
  ) {
    requireBothDimensionless(name, a, b, registry);
  }
}

function requireBothDimensionless(name: string, a: Numeric, b: Numeric, registry?: UnitRegistry): void {
  [a, b].forEach((operand, k) => {
    const which = k === 0 ? 'first' : 'second';
    const describe = () =>
      `Both arguments for "${name}" should be dimensionless but ${which} argument was ${shortText(operand, registry)}`;
    requireDimensionless(operand, describe, registry);
  });
}

function resultDimension(name: string, a: Numeric, b: Numeric): Dimension {
  if (MATCHING.has(name)) return a.dimension === DIMENSIONLESS ? b.dimension : a.dimension;
  if (name === 'multiply') return a.dimension.multiply(b.dimension);
  if (name === 'divide' || name === 'floor_divide') return a.dimension.divide(b.dimension);
  return name === 'copysign' ? a.dimension : DIMENSIONLESS;
}

function power(base: Numeric, exponent: Numeric): Numeric {
  const value = binary('power', base.value, exponent.value);
  if (base.dimension === DIMENSIONLESS) return numeric(value);
  const single = singleNumber(exponent);
  if (single === undefined)
    throw typeError('Only length-1 arrays can be used as an exponent for quantities.');
  return numeric(value, base.dimension.power(single));
}

/** `a op b` where at least one side is a quantity; `self` is the quantity whose method Python calls. */
export function quantityOperator(
  op: BinaryOp,
  self: Numeric,
  other: Numeric,
  reflected: boolean,
  registry?: UnitRegistry,
): Numeric {
  const [a, b] = reflected ? [other, self] : [self, other];
  if (op === '@')
    return numeric(matmul(asArray(a.value), asArray(b.value)), a.dimension.multiply(b.dimension));
  if (op === '+' || op === '-' || (op === '%' && !reflected)) {
    // `2 + 3*mV` is answered by the quantity's own addition, so the quantity comes first in the message.
    const [first, second] = op === '+' ? [self, other] : [a, b];
    const describe = () =>
      `Cannot calculate ${operandText(first, reflected, registry)} ${op} ${shortText(second, registry)}, units do not match`;
    requireSameDimension(first, second, describe, registry);
  } else if (op === '**') {
    const describe = () =>
      `Cannot calculate ${shortText(a, registry)} ** ${shortText(b, registry)}, the exponent has to be dimensionless${reflected ? '.' : ''}`;
    requireDimensionless(b, describe, registry);
    return power(a, b);
  }
  return applyBinary(UFUNC_OF_OPERATOR[op], a, b, registry);
}

/** A plain number on the left of `-` has become a quantity by then, which shows as `2.`. */
function operandText(operand: Numeric, reflected: boolean, registry?: UnitRegistry): string {
  if (!reflected || operand.dimension !== DIMENSIONLESS) return shortText(operand, registry);
  return formatQuantity(operand.value, DIMENSIONLESS, { edgeItems: 2, threshold: 5 });
}

const MIRRORED: Readonly<Record<CompareOp, CompareOp>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** `self op other` of comparisons; undefined where Python says that the two cannot be compared. */
export function quantityComparison(
  op: CompareOp,
  self: Numeric,
  other: Numeric,
  registry?: UnitRegistry,
): Numeric | undefined {
  if (other.isSequence) return undefined;
  // Python asks the more special class first, and a unit is a special quantity.
  if (other.unit !== undefined && self.unit === undefined)
    return quantityComparison(MIRRORED[op], other, self, registry);
  if (other.dimension !== DIMENSIONLESS || !isInfinite(other)) {
    const describe = () =>
      `Cannot perform comparison ${shortText(self, registry)} ${op} ${shortText(other, registry)}, units do not match`;
    requireSameDimension(self, other, describe, registry);
  }
  return numeric(binary(UFUNC_OF_COMPARISON[op], self.value, other.value));
}
