/** What Python's operators do to arrays and scalars of NumPy. */
import { commonShape } from '../../../arrays/broadcast.ts';
import { binaryInto } from '../../../arrays/elementwise.ts';
import { arrayError } from '../../../arrays/errors.ts';
import { asArray } from '../../../arrays/ndarray.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError } from '../../objects/errors.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { binaryOperation } from '../../operations/arithmetic.ts';
import { typeName } from '../../operations/numbers.ts';
import { unknownOperation } from '../../operations/unknowns.ts';
import {
  type BinaryOp,
  type CompareOp,
  type PyObject,
  PyStr,
  type PyValue,
  type UnaryOp,
  Unknown,
} from '../../values.ts';
import { settledOperand } from './arguments.ts';
import type { PyNumeric } from './baseObject.ts';
import { NumericObject, plainNumeric } from './conversions.ts';
import { numeric } from './numeric.ts';
import {
  applyBinary,
  applyUnary,
  matrixProduct,
  UFUNC_OF_COMPARISON,
  UFUNC_OF_OPERATOR,
  unsafeOperands,
} from './rules.ts';
import { fromNumeric } from './wrapping.ts';

/** `self op other` (`other op self` where reflected); undefined leaves it to the other operand. */
export function arrayBinary(
  op: BinaryOp,
  self: PyNumeric,
  given: PyValue,
  reflected: boolean,
  ctx: Interpreter,
): PyValue | undefined {
  const other = settledOperand(given, ctx);
  if (!self.isScalar && other instanceof NumericObject && other.isQuantity) return undefined;
  if (other instanceof Unknown)
    return unknownOperation(op, reflected ? other : self, reflected ? self : other, ctx);
  if (
    op === '*' &&
    self.isScalar &&
    (other instanceof PyList || other instanceof PyTuple || other instanceof PyStr)
  )
    return repeated(self, other, ctx);
  const operand = plainNumeric(other, ctx);
  if (operand === undefined) return refused(op, self, other, reflected);
  const [a, b] = reflected ? [operand, self.toNumeric()] : [self.toNumeric(), operand];
  if (op === '@') return fromNumeric(matrixProduct(a, b));
  return fromNumeric(applyBinary(UFUNC_OF_OPERATOR[op], a, b, unitRegistryOf(ctx.session)));
}

/** A list or text times a scalar repeats, where the scalar is an integer. */
function repeated(self: PyNumeric, other: PyObject, ctx: Interpreter): PyValue {
  const count = self.toPythonNumber() ?? null;
  if (typeof count !== 'number') return binaryOperation('*', other, count, ctx);
  throw typeError(`can't multiply sequence by non-int of type '${self.typeName}'`);
}

/** Undefined where the other operand may still know the operation. */
function refused(op: BinaryOp, self: PyNumeric, other: PyValue, reflected: boolean): undefined {
  if (op === '@') return undefined;
  if (other instanceof PyStr) throw textOperand(op, self, other, reflected);
  if (other !== null && !(other instanceof PyDict)) return undefined;
  const names = [elementName(self), typeName(other)];
  const [left, right] = reflected ? names.reverse() : names;
  throw typeError(
    `unsupported operand type(s) for ${op === '**' ? '** or pow()' : op}: '${left}' and '${right}'`,
  );
}

/** Operations that NumPy knows for texts, only not for these. */
const TEXT_OPERATIONS = new Set(['add', 'subtract', 'multiply']);

function textOperand(op: Exclude<BinaryOp, '@'>, self: PyNumeric, text: PyStr, reflected: boolean): Error {
  if (op === '+' && reflected && self.isScalar)
    return typeError(`can only concatenate str (not "${self.typeName}") to str`);
  const name = UFUNC_OF_OPERATOR[op];
  if (!TEXT_OPERATIONS.has(name)) return unsafeOperands(name);
  const types = [asArray(self.value).dtype, `<U${Math.max(1, text.value.length)}`];
  const [left, right] = reflected ? types.reverse() : types;
  return arrayError(
    'UFuncTypeError',
    `ufunc '${name}' did not contain a loop with signature matching types (dtype('${left}'), dtype('${right}')) -> None`,
  );
}

/** The class of Python that an element becomes when it meets an object. */
function elementName(self: PyNumeric): string {
  return typeName(asArray(self.value).toScalar(0));
}

/** `self op= other` on shared elements; a quantity on the right loses its unit, as in Brian. */
export function arrayInplace(op: BinaryOp, self: PyNumeric, given: PyValue, ctx: Interpreter): boolean {
  const other = settledOperand(given, ctx);
  if (op === '@' || other instanceof Unknown) return false;
  const operand = plainNumeric(other, ctx);
  if (operand === undefined) return false;
  binaryInto(UFUNC_OF_OPERATOR[op], asArray(self.value), operand.value);
  return true;
}

export function arrayUnary(op: UnaryOp, self: PyNumeric): PyValue {
  if (op === '+') return fromNumeric(applyUnary('positive', self.toNumeric()));
  if (op === '-') return fromNumeric(applyUnary('negative', self.toNumeric()));
  if (asArray(self.value).dtype === 'bool') return fromNumeric(applyUnary('logical_not', self.toNumeric()));
  return fromNumeric(applyUnary('invert', self.toNumeric()));
}

/** Comparisons, element by element; nothing equals a text or None. */
export function arrayComparison(
  op: CompareOp,
  self: PyNumeric,
  given: PyValue,
  ctx: Interpreter,
): PyValue | undefined {
  const other = settledOperand(given, ctx);
  if (other instanceof NumericObject && other.isQuantity) return undefined;
  if (other instanceof Unknown) return new Unknown(DIMENSIONLESS);
  const operand = plainNumeric(other, ctx);
  // Arrays of other shapes are different as a whole.
  const fits = operand && commonShape([asArray(self.value).shape, asArray(operand.value).shape]);
  if (operand !== undefined && fits === undefined && (op === '==' || op === '!=')) return op === '!=';
  if (operand !== undefined)
    return fromNumeric(applyBinary(UFUNC_OF_COMPARISON[op], self.toNumeric(), operand));
  const isEquality = op === '==' || op === '!=';
  if (isEquality && other === null && !self.isScalar)
    return fromNumeric(
      applyBinary(op === '==' ? 'logical_and' : 'logical_or', self.toNumeric(), numeric(op === '!=')),
    );
  const isText = other instanceof PyStr && self.isScalar;
  if (isEquality || !(other === null || isText)) return undefined;
  const name = other === null ? elementName(self) : 'numpy.ndarray';
  throw typeError(`'${op}' not supported between instances of '${name}' and '${typeName(other)}'`);
}
