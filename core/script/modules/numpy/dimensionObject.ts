/** Brian's `Dimension`, and how scripts state one. */
import { DIMENSIONLESS, Dimension } from '../../../units/dimension.ts';
import { baseProduct } from '../../../units/unit.ts';
import { PyClass } from '../../objects/classes.ts';
import { pythonError, typeError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PySequence } from '../../objects/sequences.ts';
import { toNumber, typeName } from '../../operations/numbers.ts';
import {
  type BinaryOp,
  type CallArguments,
  type CompareOp,
  PyObject,
  PyStr,
  type PyValue,
} from '../../values.ts';

/** All spellings of each of the seven base dimensions. */
const NAMES: readonly (readonly string[])[] = [
  ['length', 'metre', 'metres', 'meter', 'meters', 'm'],
  ['mass', 'kilogram', 'kilograms', 'kg'],
  ['time', 'second', 'seconds', 's'],
  ['electric current', 'current', 'ampere', 'amperes', 'A'],
  ['temperature', 'kelvin', 'kelvins', 'K'],
  ['quantity of substance', 'substance', 'mole', 'moles', 'mol'],
  ['luminosity', 'candle', 'candles', 'cd'],
];

function axisNamed(name: string): number {
  const axis = NAMES.findIndex((names) => names.includes(name.toLowerCase()) || names.includes(name));
  if (axis < 0) throw pythonError('KeyError', `'${name}'`);
  return axis;
}

const DIMENSION = new PyClass('Dimension', [], new Map(), { module: 'brian2.units.fundamentalunits' });

const objects = new WeakMap<Dimension, PyDimension>();

/** The one object of a dimension: scripts compare them with `is`. */
export function dimensionObject(dimension: Dimension): PyDimension {
  let object = objects.get(dimension);
  if (object === undefined) {
    object = new PyDimension(dimension);
    objects.set(dimension, object);
  }
  return object;
}

/** A sequence of seven exponents, or exponents by name. Raises TypeError and KeyError. */
export function statedDimension(positional: readonly PyValue[], { keywords }: CallArguments): Dimension {
  const [first] = positional;
  if (first instanceof PyDimension) return first.dimension;
  if (first === undefined) {
    const exponents = new Array<number>(7).fill(0);
    for (const [name, value] of keywords) exponents[axisNamed(name)] = toNumber(value);
    return Dimension.of(exponents);
  }
  const items = positional.length === 1 && first instanceof PySequence ? first.items : [];
  if (items.length !== 7) throw typeError('Need a sequence of exactly 7 items');
  return Dimension.of(items.map(toNumber));
}

export class PyDimension extends PyObject {
  readonly typeName = 'Dimension';
  readonly pyClass = DIMENSION;

  constructor(readonly dimension: Dimension) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'is_dimensionless') return this.dimension === DIMENSIONLESS;
    if (name === 'dim') return this;
    if (name !== 'get_dimension') return undefined;
    return new NativeFunction(name, ({ positional: [label] }) => {
      const exponent = this.dimension.exponents[axisNamed(label instanceof PyStr ? label.value : '')]!;
      return Number.isInteger(exponent) ? BigInt(exponent) : exponent;
    });
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean): PyValue | undefined {
    if (reflected) return undefined;
    if (op === '**' && (typeof other === 'number' || typeof other === 'bigint'))
      return dimensionObject(this.dimension.power(Number(other)));
    if (op !== '*' && op !== '/') return undefined;
    if (!(other instanceof PyDimension))
      throw pythonError('AttributeError', `'${typeName(other)}' object has no attribute '_dims'`);
    const combined =
      op === '*' ? this.dimension.multiply(other.dimension) : this.dimension.divide(other.dimension);
    return dimensionObject(combined);
  }

  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if (op !== '==' && op !== '!=') return undefined;
    return (other instanceof PyDimension && other.dimension === this.dimension) === (op === '==');
  }

  override repr(): string {
    return baseProduct(this.dimension);
  }

  override str(): string {
    return this.dimension.toString();
  }

  override hashKey(): unknown {
    return this.dimension;
  }
}
