/** Complex results: what Fourier transforms and eigenvalues give, and scripts take absolute values of. */
import { binary, mapArray } from '../../../arrays/elementwise.ts';
import { getItems, type Index } from '../../../arrays/indexing.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { complexText } from '../../../arrays/print.ts';
import { mean, reduce } from '../../../arrays/reduce.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError, unsupportedError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { type BinaryOp, PyObject, type PyValue, type UnaryOp, Unknown } from '../../values.ts';
import { orUnknown } from './arguments.ts';
import { plainNumeric } from './conversions.ts';
import { indexOf } from './indexExpression.ts';
import { numeric } from './numeric.ts';
import { printOptionsOf } from './printSettings.ts';
import { fromNumeric } from './wrapping.ts';

/** An array of complex numbers as two real ones; without axes a single number. */
export class PyComplexArray extends PyObject {
  readonly typeName = 'numpy.ndarray';

  constructor(
    readonly re: NdArray,
    readonly im: NdArray,
  ) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    switch (name) {
      case 'real':
        return fromNumeric(numeric(this.re));
      case 'imag':
        return fromNumeric(numeric(this.im));
      case 'shape':
        return new PyTuple(this.re.shape.map(BigInt));
      case 'size':
        return BigInt(this.re.size);
      case 'ndim':
        return BigInt(this.re.ndim);
      case '__abs__':
        return new NativeFunction(name, () => this.apply('absolute'));
      case 'conj':
        return new NativeFunction(name, () => this.apply('conjugate'));
      default:
        return METHODS.has(name) ? new NativeFunction(name, () => this.orUnknown(name, ctx)) : undefined;
    }
  }

  private orUnknown(name: string, ctx: Interpreter): PyValue {
    return orUnknown(ctx, () => this.apply(name));
  }

  /** A function of NumPy on these numbers. Raises for functions that are not supported. */
  apply(name: string): PyValue {
    switch (name) {
      case 'absolute':
        return fromNumeric(numeric(binary('hypot', this.re, this.im)));
      case 'angle':
        return fromNumeric(numeric(binary('arctan2', this.im, this.re)));
      case 'real':
        return fromNumeric(numeric(this.re));
      case 'imag':
        return fromNumeric(numeric(this.im));
      case 'conjugate':
        return new PyComplexArray(this.re, negated(this.im));
      case 'square':
        return this.times(this);
      case 'copy':
        return new PyComplexArray(this.re.copy(), this.im.copy());
      case 'sum':
        return new PyComplexArray(reduce('sum', this.re), reduce('sum', this.im));
      case 'mean':
        return new PyComplexArray(mean(this.re), mean(this.im));
      case 'iscomplexobj':
        return true;
      default:
        throw unsupportedError(`${name} of complex numbers`);
    }
  }

  override binary(op: BinaryOp, given: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    if (given instanceof Unknown) return new Unknown();
    const other = complexOf(given, ctx);
    if (other === undefined) return undefined;
    const [a, b] = reflected ? [other, this] : [this as PyComplexArray, other];
    return orUnknown(ctx, () => combined(op, a, b));
  }

  override unary(op: UnaryOp): PyValue | undefined {
    if (op === '+') return this;
    return op === '-' ? new PyComplexArray(negated(this.re), negated(this.im)) : undefined;
  }

  times(other: PyComplexArray): PyComplexArray {
    const product = (x: NdArray, y: NdArray) => binary('multiply', x, y);
    return new PyComplexArray(
      binary('subtract', product(this.re, other.re), product(this.im, other.im)),
      binary('add', product(this.re, other.im), product(this.im, other.re)),
    );
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    const keys = indexOf(key, (part) => plainNumeric(part, ctx)?.value);
    return keys === undefined ? new Unknown() : this.part(keys);
  }

  private part(keys: readonly Index[]): PyValue {
    return new PyComplexArray(getItems(this.re, keys), getItems(this.im, keys));
  }

  override length(): number {
    if (this.re.ndim === 0) throw typeError('len() of unsized object');
    return this.re.shape[0]!;
  }

  override *iterate(): Iterable<PyValue> {
    for (let k = 0; k < this.length(); k++) yield this.part([{ kind: 'integer', value: k }]);
  }

  override repr(ctx: Interpreter): string {
    const text = complexText(this.re, this.im, ', ', printOptionsOf(ctx.session));
    return this.re.ndim === 0 ? `(${text})` : `array(${text})`;
  }

  override str(ctx: Interpreter): string {
    const text = complexText(this.re, this.im, ' ', printOptionsOf(ctx.session));
    return this.re.ndim === 0 ? `(${text})` : text;
  }

  override hashKey(): unknown {
    return undefined;
  }
}

const METHODS = new Set(['conjugate', 'copy', 'sum', 'mean']);

function negated(array: NdArray): NdArray {
  return mapArray(array, 'float64', (x) => -x);
}

function complexOf(value: PyValue, ctx: Interpreter): PyComplexArray | undefined {
  if (value instanceof PyComplexArray) return value;
  const operand = plainNumeric(value, ctx);
  return operand && new PyComplexArray(asArray(operand.value).astype('float64'), NdArray.zeros([]));
}

function combined(op: BinaryOp, a: PyComplexArray, b: PyComplexArray): PyComplexArray {
  if (op === '+' || op === '-') {
    const ufunc = op === '+' ? 'add' : 'subtract';
    return new PyComplexArray(binary(ufunc, a.re, b.re), binary(ufunc, a.im, b.im));
  }
  if (op === '*') return a.times(b);
  if (op === '/') {
    const size = binary('add', binary('multiply', b.re, b.re), binary('multiply', b.im, b.im));
    const product = a.times(new PyComplexArray(b.re, negated(b.im)));
    return new PyComplexArray(binary('divide', product.re, size), binary('divide', product.im, size));
  }
  const exponent = b.re.ndim === 0 ? Number(b.re.item()) : Number.NaN;
  if (op !== '**' || !Number.isInteger(exponent) || exponent < 1 || exponent > 64)
    throw unsupportedError(`${op} of complex numbers`);
  let power = a;
  for (let k = 1; k < exponent; k++) power = power.times(a);
  return power;
}
