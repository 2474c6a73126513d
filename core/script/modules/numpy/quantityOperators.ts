/** What Python's operators do to quantities: Brian's own rules, which differ from those of functions. */
import { binary, binaryInto } from '../../../arrays/elementwise.ts';
import { arrayError } from '../../../arrays/errors.ts';
import { asArray, NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError } from '../../objects/errors.ts';
import { PySequence } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { type BinaryOp, type CompareOp, PyStr, type PyValue } from '../../values.ts';
import { asNumeric, numericOrUndefined, plainNumeric, singleOrArray, withDimension } from './conversions.ts';
import {
  isAllZero,
  isInfinite,
  type Numeric,
  requireDimensionless,
  requireSameDimension,
  shortText,
  singleNumber,
} from './numeric.ts';
import {
  applyBinary,
  binaryDimension,
  checkBinary,
  matrixProduct,
  UFUNC_OF_COMPARISON,
  UFUNC_OF_OPERATOR,
  unsafeOperands,
} from './rules.ts';
import { collapsed, fromNumeric } from './wrapping.ts';

/** `self op other`, or `other op self` where reflected; undefined: not for quantities. */
export function quantityBinary(
  op: BinaryOp,
  self: Numeric,
  other: PyValue,
  reflected: boolean,
  ctx: Interpreter,
): PyValue | undefined {
  const registry = unitRegistryOf(ctx.session);
  if (op === '**') return reflected ? reflectedPower(self, other, ctx) : power(self, other, ctx);
  if (op === '+' || op === '-' || (op === '%' && !reflected))
    return additive(op, self, other, reflected, ctx);
  if (op === '*' || op === '/') {
    const operand = withDimension(other, ctx);
    const [a, b] = reflected && op === '/' ? [operand, self] : [self, operand];
    const name = UFUNC_OF_OPERATOR[op];
    return collapsed(binary(name, a.value, b.value), binaryDimension(name, a, b));
  }
  const operand = op === '%' ? withDimension(other, ctx) : functionOperand(op, other, reflected, ctx);
  const [a, b] = reflected ? [operand, self] : [self, operand];
  const result = op === '@' ? matrixProduct(a, b) : applyBinary(UFUNC_OF_OPERATOR[op], a, b, registry);
  return fromNumeric(isMixed(other, ctx) ? { ...result, dimension: DIMENSIONLESS } : result);
}

/** Where Brian cannot tell the dimension of a list, functions of NumPy go on without any. */
function isMixed(value: PyValue, ctx: Interpreter): boolean {
  return value instanceof PySequence && numericOrUndefined(value, ctx) === undefined;
}

/** `//` and the like are functions of NumPy, which take what they can make an array of. */
function functionOperand(op: BinaryOp, value: PyValue, reflected: boolean, ctx: Interpreter): Numeric {
  const operand = numericOrUndefined(value, ctx) ?? plainNumeric(value, ctx);
  if (operand !== undefined) return operand;
  if (value instanceof PyStr && op !== '@') throw unsafeOperands(UFUNC_OF_OPERATOR[op]);
  const names = ['float', typeName(value)];
  const [left, right] = reflected ? names.reverse() : names;
  throw typeError(`unsupported operand type(s) for ${op}: '${left}' and '${right}'`);
}

/** `+`, `-` and `%`: the result has the dimension of the first operand, be it zero. */
function additive(
  op: '+' | '-' | '%',
  self: Numeric,
  other: PyValue,
  reflected: boolean,
  ctx: Interpreter,
): PyValue {
  if (op === '-' && reflected) return reflectedDifference(self, other, ctx);
  const operand = matching(self, other, ctx, (text) => `${shown(self, ctx)} ${op} ${text}`);
  if (operand === undefined) throw typeError(`unsupported operand type(s) for ${op}: 'float' and 'NoneType'`);
  return collapsed(binary(UFUNC_OF_OPERATOR[op], self.value, operand.value), self.dimension);
}

/** Brian makes a quantity of the other side first, which then shows as `2.`. */
function reflectedDifference(self: Numeric, other: PyValue, ctx: Interpreter): PyValue {
  const operand = asNumeric(other, ctx);
  if (operand === undefined) throw typeError('Quantities can only be created from numerical data.');
  if (isAllZero(operand)) return collapsed(binary('multiply', self.value, -1n), self.dimension);
  const first: Numeric = { value: operand.value, dimension: operand.dimension, isQuantity: true };
  const describe = () => `Cannot calculate ${shown(first, ctx)} - ${shown(self, ctx)}, units do not match`;
  requireSameDimension(first, self, describe, unitRegistryOf(ctx.session));
  return collapsed(binary('subtract', first.value, self.value), first.dimension);
}

function shown(operand: Numeric, ctx: Interpreter): string {
  return shortText(operand, unitRegistryOf(ctx.session));
}

/**
 * The operand of `+`, `-` and the like; undefined for None that comes through. Raises DimensionMismatchError,
 * and TypeError for what is no number.
 */
function matching(
  self: Numeric,
  other: PyValue,
  ctx: Interpreter,
  calculation: (text: string) => string,
): Numeric | undefined {
  const registry = unitRegistryOf(ctx.session);
  // None stands for "no unit" there, and is refused for that before it is looked at.
  if (other === null && self.dimension === DIMENSIONLESS) return undefined;
  if (other === null)
    throw dimensionMismatch(
      `Cannot calculate ${calculation('None')}, units do not match`,
      [self.dimension],
      registry,
    );
  const operand = withDimension(other, ctx);
  const describe = () => `Cannot calculate ${calculation(shown(operand, ctx))}, units do not match`;
  requireSameDimension(self, operand, describe, registry);
  return operand;
}

function power(self: Numeric, other: PyValue, ctx: Interpreter): PyValue | undefined {
  const exponent = singleOrArray(other, ctx);
  if (exponent === undefined) return undefined;
  const describe = () =>
    `Cannot calculate ${shown(self, ctx)} ** ${shown(exponent, ctx)}, the exponent has to be dimensionless`;
  requireDimensionless(exponent, describe, unitRegistryOf(ctx.session));
  const value = binary('power', self.value, asArray(exponent.value));
  return collapsed(value, raised(self.dimension, exponent));
}

function raised(dimension: Dimension, exponent: Numeric): Dimension {
  const single = singleNumber(exponent);
  if (single === undefined) throw typeError('Too many exponents');
  if (asArray(exponent.value).ndim > 0) throw typeError("unhashable type: 'numpy.ndarray'");
  return dimension.power(single);
}

function reflectedPower(self: Numeric, other: PyValue, ctx: Interpreter): PyValue | undefined {
  const base = plainNumeric(other, ctx);
  const registry = unitRegistryOf(ctx.session);
  if (self.dimension !== DIMENSIONLESS) {
    const text = base === undefined ? ctx.str(other) : shortText(base, registry);
    const calculation = `${text} ** ${shortText(self, registry)}`;
    throw dimensionMismatch(
      `Cannot calculate ${calculation}, the exponent has to be dimensionless.`,
      [self.dimension],
      registry,
    );
  }
  if (!(base?.value instanceof NdArray) || singleOrArray(other, ctx) === undefined) return undefined;
  return collapsed(binary('power', base.value, self.value), DIMENSIONLESS);
}

/** What `self op= other` leaves in the operand, and what it gives. */
export interface InplaceResult {
  readonly value: number | NdArray;
  readonly dimension: Dimension;
  /** Whether the operand itself changes, and into which dimension. */
  readonly kept?: Dimension;
}

/**
 * `self op= other`. `+= -= *= /=` on a single value leave it alone; the others write into it as into an
 * array. Undefined: as `self = self op other`.
 */
export function quantityInplace(
  op: BinaryOp,
  self: Numeric & { readonly value: number | NdArray },
  other: PyValue,
  ctx: Interpreter,
): InplaceResult | undefined {
  if (op === '@') return undefined;
  const isArray = self.value instanceof NdArray;
  if (op === '+' || op === '-' || op === '*' || op === '/') {
    const operand = inplaceOperand(op, self, other, ctx);
    const name = UFUNC_OF_OPERATOR[op];
    const dimension = op === '+' || op === '-' ? self.dimension : binaryDimension(name, self, operand);
    const value = stored(name, self.value, operand.value);
    return { value, dimension, kept: isArray ? dimension : undefined };
  }
  if (op === '**') return inplacePower(self, other, ctx);
  const operand = castOperand(op, other, ctx);
  const name = UFUNC_OF_OPERATOR[op];
  checkBinary(name, self, operand, unitRegistryOf(ctx.session));
  const value = stored(name, self.value, operand.value);
  return { value, dimension: binaryDimension(name, self, operand), kept: self.dimension };
}

function inplaceOperand(op: '+' | '-' | '*' | '/', self: Numeric, other: PyValue, ctx: Interpreter): Numeric {
  if (op === '*' || op === '/') return withDimension(other, ctx);
  const operand = matching(self, other, ctx, (text) => `... ${op}= ${text}`);
  if (operand === undefined) throw uncastable(UFUNC_OF_OPERATOR[op]);
  return operand;
}

function uncastable(name: string): Error {
  return arrayError(
    'UFuncTypeError',
    `Cannot cast ufunc '${name}' output from dtype('O') to dtype('float64') with casting rule 'same_kind'`,
  );
}

function castOperand(op: Exclude<BinaryOp, '@'>, other: PyValue, ctx: Interpreter): Numeric {
  const name = UFUNC_OF_OPERATOR[op];
  if (op === '%') {
    const operand = numericOrUndefined(other, ctx);
    if (operand !== undefined) return operand;
    if (plainNumeric(other, ctx) !== undefined) return withDimension(other, ctx);
  }
  const operand = singleOrArray(other, ctx) ?? plainNumeric(other, ctx);
  if (operand !== undefined) return operand;
  if (other instanceof PyStr) throw unsafeOperands(name);
  throw uncastable(name);
}

function inplacePower(
  self: Numeric & { readonly value: number | NdArray },
  other: PyValue,
  ctx: Interpreter,
): InplaceResult | undefined {
  const exponent = singleOrArray(other, ctx);
  if (exponent === undefined) return undefined;
  const registry = unitRegistryOf(ctx.session);
  const describe = () =>
    `Cannot calculate ... **= ${shown(exponent, ctx)}, the exponent has to be dimensionless`;
  requireDimensionless(exponent, describe, registry);
  checkBinary('power', self, exponent, registry);
  const value = stored('power', self.value, exponent.value);
  const dimension = raised(self.dimension, exponent);
  return { value, dimension, kept: dimension };
}

/** Writes into the elements of an array; a single value comes back as a new number. */
function stored(name: string, target: number | NdArray, operand: Operand): number | NdArray {
  const array = target instanceof NdArray ? target : NdArray.scalar(target);
  binaryInto(name, array, operand);
  return target instanceof NdArray ? target : Number(array.item());
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
  other: PyValue,
  ctx: Interpreter,
): PyValue | undefined {
  const operand = singleOrArray(other, ctx);
  if (operand === undefined) return undefined;
  // Python asks the more special class first, and a unit is a special quantity.
  const [op2, a, b] =
    operand.unit !== undefined && self.unit === undefined
      ? ([MIRRORED[op], operand, self] as const)
      : ([op, self, operand] as const);
  if (b.dimension !== DIMENSIONLESS || !isInfinite(b)) {
    const describe = () =>
      `Cannot perform comparison ${shown(a, ctx)} ${op2} ${shown(b, ctx)}, units do not match`;
    requireSameDimension(a, b, describe, unitRegistryOf(ctx.session));
  }
  return fromNumeric({
    value: binary(UFUNC_OF_COMPARISON[op2], a.value, b.value),
    dimension: DIMENSIONLESS,
  });
}
