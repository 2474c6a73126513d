/** Arrays, quantities and units as scripts see them. */
import type { Scalar } from '../../../arrays/ndarray.ts';
import type { Unit } from '../../../units/unit.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { PyValue } from '../../values.ts';
import { PyArray } from './arrayObject.ts';
import { numericAttribute } from './attributes.ts';
import { numeric } from './numeric.ts';
import { PyQuantity } from './quantityObject.ts';
import { PyScalar } from './scalarObject.ts';
import { PyUnit } from './unitObject.ts';
import { environment, provideMakers } from './wrapping.ts';

const unitObjects = new WeakMap<Unit, PyUnit>();

/** A unit never changes, so that it is the same object wherever it comes from. */
function unitObject(unit: Unit): PyUnit {
  let object = unitObjects.get(unit);
  if (object === undefined) {
    object = new PyUnit(unit);
    unitObjects.set(unit, object);
  }
  return object;
}

provideMakers({
  array: (value) => new PyArray(value),
  scalar: (value, dtype) => new PyScalar(value, dtype),
  quantity: (value, dimension) => new PyQuantity(value, dimension),
  unit: unitObject,
});

export { PyNumeric } from './baseObject.ts';
export { asNumeric, asQuantity, plainNumeric, type QuantityLike, toFloat64 } from './conversions.ts';
export { NDARRAY } from './scalarTypes.ts';
export { isPlainNumber } from './sequences.ts';
export { fromNumeric, fromQuantity } from './wrapping.ts';
export { environment, PyArray, PyQuantity, PyScalar, PyUnit, unitObject };

/** Scalars of NumPy as the numbers of Python that they stand for; anything else as it is. */
export function plainScalar(value: PyValue): PyValue {
  return value instanceof PyScalar ? value.toPythonNumber() : value;
}

/** What scalars of NumPy have and Python's numbers lack. */
export function scalarAttribute(value: Scalar, name: string, ctx: Interpreter): PyValue | undefined {
  return numericAttribute(numeric(value), name, environment(ctx));
}
